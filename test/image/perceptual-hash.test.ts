import { beforeAll, describe, expect, it } from 'vitest';
import type { Sharp } from 'sharp';
import { decodePhoto } from '../../core/image/decode.js';
import { halveToLuma, type LumaImage } from '../../core/image/luma.js';
import { perceptualHash } from '../../core/image/perceptual-hash.js';
import { patchyPicture } from './pictures.js';

async function lumaOf(picture: Sharp): Promise<LumaImage> {
  const decoded = await decodePhoto(await picture.jpeg({ quality: 85 }).toBuffer());
  if (decoded.kind === 'failed') throw new Error(decoded.reason);
  return halveToLuma(decoded.image);
}

function distance(a: Uint8Array, b: Uint8Array): number {
  let bits = 0;
  a.forEach((byte, i) => {
    for (let rest = byte ^ b[i]!; rest > 0; rest >>= 1) bits += rest & 1;
  });
  return bits;
}

describe('perceptualHash', () => {
  let original: Uint8Array;
  beforeAll(async () => {
    original = perceptualHash(await lumaOf(await patchyPicture(1200, 800, 3)));
  });

  it('is 64 bits, half of them set', () => {
    expect(original).toHaveLength(8);
    expect(distance(original, new Uint8Array(8))).toBe(32);
  });

  it('stays within 5 bits of a copy that was resized, recompressed or brightened', async () => {
    const picture = await patchyPicture(1200, 800, 3);
    const copies = [
      picture.clone().resize(400),
      picture.clone().resize(1501),
      picture.clone().modulate({ brightness: 1.1 }),
      picture.clone().greyscale(),
    ];
    for (const copy of copies) {
      expect(distance(original, perceptualHash(await lumaOf(copy)))).toBeLessThanOrEqual(5);
    }
  });

  it('is far from that of another picture', async () => {
    const other = perceptualHash(await lumaOf(await patchyPicture(1200, 800, 5)));
    expect(distance(original, other)).toBeGreaterThan(10);
  });

  it('exists for flat and tiny pictures', () => {
    expect(perceptualHash({ data: new Uint8Array(1), width: 1, height: 1 })).toHaveLength(8);
  });
});
