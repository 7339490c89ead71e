const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');
const DIRECTORY_ENTRY = 0x02014b50;
const ENTRY_HEADER_BYTES = 46;

/**
 * The bytes that a zip archive unpacks to by what its directory states (ZIP specification
 * 4.3.12 and 4.3.16), so that one that is too large is refused before it is opened. A
 * directory that lies is not found out: this guards against mistakes, not against an archive
 * forged to fill the memory. 0 where there is no directory.
 */
export function unpackedSize(bytes: Uint8Array): number {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = archive.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0 || end + 20 > archive.length) return 0;
  let at = archive.readUInt32LE(end + 16);
  let total = 0;
  while (at + ENTRY_HEADER_BYTES <= end && archive.readUInt32LE(at) === DIRECTORY_ENTRY) {
    total += archive.readUInt32LE(at + 24);
    const [name, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
    at += ENTRY_HEADER_BYTES + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return total;
}
