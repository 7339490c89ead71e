import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { searchSelfie } from '../../core/pipeline/search-selfie.js';
import { madeJpeg } from '../support/made-photos.js';

const shelf = { bytes: new SharedArrayBuffer(0), count: 0 };
const nobody = async () => [];

async function searched(picture: Uint8Array) {
  const bytes = new Uint8Array(picture);
  return searchSelfie(nobody, { picture: bytes, shelf, leastCosine: 0.5 });
}

describe('a selfie', () => {
  it('is refused when it is no picture, whatever it is called', async () => {
    const reasons = [
      Buffer.from('%PDF-1.7\n%âãÏÓ'),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      (await madeJpeg(1)).subarray(0, 200),
      new Uint8Array(0),
    ].map(searched);
    for (const answer of await Promise.all(reasons))
      expect(answer).toEqual({ kind: 'refused', reason: 'not-a-picture' });
  });

  it('is refused when it unpacks to 60 million pixels', async () => {
    const blank = { width: 10_000, height: 6_000, channels: 3, background: '#888' } as const;
    const large = await sharp({ create: blank, limitInputPixels: false }).jpeg().toBuffer();
    expect(await searched(large)).toEqual({ kind: 'refused', reason: 'too-many-pixels' });
  });

  it('is told when nobody is on it', async () => {
    expect(await searched(await madeJpeg(2))).toEqual({ kind: 'refused', reason: 'no-face' });
  });
});
