import sharp, { type Sharp } from 'sharp';

/**
 * A drawn picture with hard edges, soft shading and a fine pattern: enough of each for the codecs
 * and the measures of sharpness, and no photograph of anybody.
 */
export function drawnPicture(width: number, height: number, seed = 1): Sharp {
  const data = Buffer.alloc(width * height * 3);
  let state = seed >>> 0;
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 3) {
      state = (state * 1664525 + 1013904223) >>> 0;
      const grain = (state >>> 28) - 8;
      const isStripe = (Math.floor((x + seed * 37) / 40) + Math.floor((y * seed) / 56)) % 2 === 0;
      data[at] = clamp((x / width) * 200 + (isStripe ? 50 : 0) + grain);
      data[at + 1] = clamp((y / height) * 200 + (isStripe ? 40 : 10) + grain);
      data[at + 2] = clamp(120 + (isStripe ? 60 : -60) + grain);
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** Soft patches of light without any pattern, as photographs are when seen from afar. */
export async function patchyPicture(width: number, height: number, seed = 1): Promise<Sharp> {
  let state = seed >>> 0;
  const data = Buffer.alloc(24 * 16 * 3);
  for (let at = 0; at < data.length; at += 1) {
    state = (state * 1664525 + 1013904223) >>> 0;
    data[at] = state >>> 24;
  }
  const small = sharp(data, { raw: { width: 24, height: 16, channels: 3 } });
  // Through a file: a later resize of the same pipeline would replace this one.
  return sharp(await small.resize(width, height, { fit: 'fill' }).png().toBuffer());
}

function clamp(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}

/** The mean of each channel in a rectangle given in fractions of the picture. */
export function meanColour(
  image: { data: Uint8Array; width: number; height: number },
  area: { left: number; top: number; right: number; bottom: number },
): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let y = Math.floor(area.top * image.height); y < area.bottom * image.height; y += 1) {
    for (let x = Math.floor(area.left * image.width); x < area.right * image.width; x += 1) {
      const at = (y * image.width + x) * 3;
      sum[0] += image.data[at] ?? 0;
      sum[1] += image.data[at + 1] ?? 0;
      sum[2] += image.data[at + 2] ?? 0;
      count += 1;
    }
  }
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}
