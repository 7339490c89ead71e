import { describe, expect, it } from 'vitest';
import type { Sharp } from 'sharp';
import { isSameFrame } from '../../core/domain/near-duplicates.js';
import { decodePhoto } from '../../core/image/decode.js';
import { frameSignature } from '../../core/image/frame-signature.js';
import { halveToLuma } from '../../core/image/luma.js';
import { patchyPicture } from './pictures.js';

async function signatureOf(picture: Sharp): Promise<Uint8Array> {
  const decoded = await decodePhoto(await picture.toBuffer());
  if (decoded.kind === 'failed') throw new Error(decoded.reason);
  return frameSignature(halveToLuma(decoded.image));
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  isSameFrame(
    { signature: one, capturedLocal: undefined, camera: undefined },
    { signature: other, capturedLocal: undefined, camera: undefined },
  );

describe('frameSignature', () => {
  it('has 256 bytes, whatever the size of the picture', async () => {
    for (const [width, height] of [
      [2, 2],
      [40, 700],
      [1600, 1067],
    ] as const) {
      const picture = await patchyPicture(width, height);
      expect(await signatureOf(picture.png())).toHaveLength(256);
    }
  });

  it('knows a frame that was exported again, and not another one', async () => {
    const picture = await patchyPicture(1500, 1000, 5);
    const original = await signatureOf(picture.clone().jpeg({ quality: 92 }));
    const exports = [
      picture.clone().resize(375).jpeg({ quality: 60 }),
      picture.clone().resize(2250).webp({ quality: 70 }),
      picture.clone().linear(0.9, 0).jpeg(),
      picture.clone().extract({ left: 15, top: 10, width: 1470, height: 980 }).jpeg(),
    ];
    for (const again of exports) expect(isSame(original, await signatureOf(again))).toBe(true);
    const other = await signatureOf((await patchyPicture(1500, 1000, 6)).jpeg());
    expect(isSame(original, other)).toBe(false);
  });

  it('tells a burst neighbour, in which only the runner moved', async () => {
    const background = await patchyPicture(1500, 1000, 5);
    const runner = {
      create: { width: 160, height: 380, channels: 3 as const, background: '#301020' },
    };
    const at = (left: number): Promise<Uint8Array> =>
      signatureOf(
        background
          .clone()
          .composite([{ input: runner, left, top: 400 }])
          .jpeg(),
      );
    expect(isSame(await at(500), await at(500))).toBe(true);
    expect(isSame(await at(500), await at(590))).toBe(false);
  });
});
