/**
 * Whether an ICC profile describes sRGB, by the description it carries ("sRGB IEC61966-2.1",
 * "sRGB", "c2 sRGB" ...). Converting from sRGB to sRGB changes nothing and costs as much CPU as
 * the rest of the decoding, so such a profile is ignored.
 *
 * Layout: ICC.1:2022, 7.2 (header of 128 bytes), 7.3 (tag table), 10.15 (`mluc`), and ICC.1:2001-04,
 * 6.5.17 (`desc`).
 */
export function isSrgbProfile(icc: Uint8Array): boolean {
  const bytes = Buffer.from(icc.buffer, icc.byteOffset, icc.length);
  if (bytes.length < 132 || bytes.toString('latin1', 16, 20) !== 'RGB ') return false;
  return /^(?:c\d )?sRGB/.test(description(bytes) ?? '');
}

function description(bytes: Buffer): string | undefined {
  const tags = Math.min(bytes.readUInt32BE(128), 100);
  for (let tag = 0; tag < tags; tag += 1) {
    const at = 132 + tag * 12;
    if (at + 12 > bytes.length) return undefined;
    if (bytes.toString('latin1', at, at + 4) !== 'desc') continue;
    const start = bytes.readUInt32BE(at + 4);
    return descriptionText(bytes.subarray(start, start + bytes.readUInt32BE(at + 8)));
  }
  return undefined;
}

function descriptionText(tag: Buffer): string | undefined {
  if (tag.length < 28) return undefined;
  const type = tag.toString('latin1', 0, 4);
  if (type === 'desc') return tag.toString('latin1', 12, 12 + tag.readUInt32BE(8));
  if (type !== 'mluc') return undefined;
  const length = tag.readUInt32BE(20);
  const start = tag.readUInt32BE(24);
  // UTF-16 with the high byte first; the names looked for are ASCII.
  return tag.toString('latin1', start, start + length).replaceAll('\0', '');
}
