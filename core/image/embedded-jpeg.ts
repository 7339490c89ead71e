/**
 * The largest JPEG inside a raw file, by its pixels: cameras store one for their own display,
 * mostly at full size.
 *
 * Found by its own markers rather than by each maker's directory of it: it works for every raw
 * format alike, needs no Perl program beside each worker and no temporary files. Lossless JPEG
 * (how DNG and CR2 store sensor data) has another frame marker and is passed over, as are the
 * bytes that only happen to look like a beginning: each candidate is followed marker by marker
 * (ITU-T T.81, annex B) to its end.
 *
 * Checked on made-up containers only; no camera original was at hand.
 *
 * @returns a view into `raw`, or undefined where there is none
 */
export function findEmbeddedJpeg(raw: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.length);
  let best: Extent | undefined;
  for (let at = bytes.indexOf(BEGINNING); at !== -1;) {
    const extent = followMarkers(bytes, at);
    if (extent !== undefined && extent.pixels > (best?.pixels ?? 0)) best = extent;
    // Past a whole JPEG, so that the thumbnail in its own EXIF is not looked at.
    at = bytes.indexOf(BEGINNING, extent?.end ?? at + 1);
  }
  return best === undefined ? undefined : raw.subarray(best.start, best.end);
}

const BEGINNING = Buffer.from([0xff, 0xd8, 0xff]);

interface Extent {
  readonly start: number;
  readonly end: number;
  readonly pixels: number;
}

function followMarkers(bytes: Buffer, start: number): Extent | undefined {
  let pixels = 0;
  let at = start + 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1; // A fill byte.
      continue;
    }
    if (marker === END) return pixels > 0 ? { start, end: at + 2, pixels } : undefined;
    const length = bytes.readUInt16BE(at + 2);
    if (marker < 0xc0 || length < 2) return undefined;
    if (FRAMES.has(marker)) pixels = framePixels(bytes, at);
    at += 2 + length;
    if (marker === SCAN) {
      if (pixels === 0) return undefined; // A lossless frame, or none.
      at = endOfScan(bytes, at);
    }
  }
  // The end marker may be the last two bytes of the file.
  const isLast = at + 2 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] === END;
  return isLast && pixels > 0 ? { start, end: at + 2, pixels } : undefined;
}

const END = 0xd9;
const SCAN = 0xda;
/** Baseline, extended and progressive frames: what libjpeg decodes. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);

function framePixels(bytes: Buffer, at: number): number {
  if (at + 9 > bytes.length || bytes[at + 4] !== 8) return 0;
  return bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7);
}

/** Where the next marker is: in a scan, 0xFF is followed by 0 or by a restart marker. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1]!;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}
