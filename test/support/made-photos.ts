import sharp, { type Sharp } from 'sharp';

/** A small made-up picture, sharp and unlike that of any other seed: coloured fields under grain. */
export function madePicture(seed: number, width = 160, height = 120): Sharp {
  const random = randomOf(seed);
  const fields = Array.from({ length: 48 * 3 }, () => random() * 255);
  const data = Buffer.alloc(width * height * 3);
  for (let at = 0; at < data.length; at += 1) {
    const pixel = Math.floor(at / 3);
    const column = Math.floor(((pixel % width) * 8) / width);
    const row = Math.floor((Math.floor(pixel / width) * 6) / height);
    const field = fields[(row * 8 + column) * 3 + (at % 3)] ?? 0;
    data[at] = Math.max(0, Math.min(255, field + (random() - 0.5) * 60));
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

export function madeJpeg(seed: number): Promise<Buffer> {
  return madePicture(seed).jpeg({ quality: 85 }).toBuffer();
}

export function blurredJpeg(seed: number): Promise<Buffer> {
  return madePicture(seed).blur(15).jpeg().toBuffer();
}

/** xorshift32 (G. Marsaglia, "Xorshift RNGs", 2003): 0 to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = Math.imul(seed + 1, 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}
