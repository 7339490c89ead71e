const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);

/** Whether two JPEGs hold the same compressed picture, whatever the metadata around it. */
export function hasSameScans(one: Uint8Array, other: Uint8Array): boolean {
  const scans = scansOf(one);
  const others = scansOf(other);
  return scans !== undefined && others !== undefined && scans.equals(others);
}

/**
 * From the first start of scan to the end of the image; undefined where the segments before it do
 * not follow one another (ITU-T T.81, B.1.1). The thumbnail and previews of other frames, each a
 * JPEG of its own, lie inside segments or after the end.
 */
function scansOf(jpeg: Uint8Array): Buffer | undefined {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.length);
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1];
    if (marker === 0xda) {
      const end = bytes.indexOf(END_OF_IMAGE, at);
      return bytes.subarray(at, end === -1 ? bytes.length : end);
    }
    // Any number of 0xff may fill the space before a marker.
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
