import { beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { FocusError } from '../../core/errors.js';
import { personBox } from '../../core/domain/person-box.js';
import { encodeCrop } from '../../core/image/crop.js';
import { halveToLuma } from '../../core/image/luma.js';
import { toPixels } from '../../core/image/raw-pixels.js';
import { retouch } from '../../core/image/retouch.js';
import { encodePublic, encodeWeb } from '../../core/image/versions.js';
import { createWatermark, type Watermark } from '../../core/image/watermark.js';
import type { RgbImage } from '../../core/ports/vision.js';
import fc from 'fast-check';
import { drawnPicture } from './pictures.js';

const SHA = 'ab34cd5690'.padEnd(64, '0');

let image: RgbImage;
let watermark: Watermark;
beforeAll(async () => {
  image = await toPixels(drawnPicture(1600, 1067));
  watermark = await createWatermark({ kind: 'text', text: '© Élodie & <fils>' });
});

const greyOf = (value: number, width = 600, height = 400): RgbImage => ({
  data: new Uint8Array(width * height * 3).fill(value),
  width,
  height,
});

/** Share of the pixels that the watermark changed visibly. */
function markedShare(before: RgbImage, after: RgbImage): number {
  let marked = 0;
  for (let at = 0; at < before.data.length; at += 3) {
    if (Math.abs(before.data[at]! - after.data[at]!) > 12) marked += 1;
  }
  return marked / (before.width * before.height);
}

describe('encodeWeb', () => {
  it('is a plain sRGB JPEG of the same size that carries no metadata', async () => {
    const { kind, width, height, body } = await encodeWeb(image);
    expect({ kind, width, height }).toEqual({ kind: 'web', width: 1600, height: 1067 });
    const metadata = await sharp(body).metadata();
    expect(metadata).toMatchObject({ format: 'jpeg', space: 'srgb', isProgressive: false });
    expect(metadata.exif ?? metadata.icc ?? metadata.xmp).toBeUndefined();
  });
});

describe('encodePublic', () => {
  it('gives a preview of 1200 px and a thumbnail of 400 px, both marked', async () => {
    const grey = greyOf(110, 1600, 1067);
    const { preview, thumbnail } = await encodePublic(grey, { watermark, sha256: SHA });
    expect([preview.kind, preview.width, preview.height]).toEqual(['preview', 1200, 800]);
    expect([thumbnail.kind, thumbnail.width, thumbnail.height]).toEqual(['thumbnail', 400, 267]);
    for (const { body, width, height } of [preview, thumbnail]) {
      const seen = await toPixels(sharp(body));
      expect(markedShare(greyOf(110, width, height), seen)).toBeGreaterThan(0.05);
    }
  });

  it('enlarges nothing', async () => {
    const { preview, thumbnail } = await encodePublic(greyOf(110, 300, 200), {
      watermark,
      sha256: SHA,
    });
    expect([preview.width, thumbnail.width]).toEqual([300, 300]);
  });
});

describe('createWatermark', () => {
  it.each([0, 110, 255])('shows on a flat picture of value %i', (value) => {
    const before = greyOf(value);
    expect(markedShare(before, watermark(before, SHA))).toBeGreaterThan(0.02);
  });

  it('reaches every part of the picture', () => {
    const before = greyOf(110, 1200, 800);
    const { data } = watermark(before, SHA);
    for (let top = 0; top < 800; top += 400) {
      for (let left = 0; left < 1200; left += 400) {
        let changed = 0;
        for (let y = top; y < top + 400; y += 1) {
          for (let x = left; x < left + 400; x += 1) {
            if (data[(y * 1200 + x) * 3] !== 110) changed += 1;
          }
        }
        expect(changed).toBeGreaterThan(5000);
      }
    }
  });

  it('is the same for the same photo, and another for another', () => {
    const before = greyOf(110);
    const once = watermark(before, SHA);
    expect(Buffer.compare(once.data, watermark(before, SHA).data)).toBe(0);
    const differing = ['01', '77', 'ff', '3c'].map((start) =>
      markedShare(once, watermark(before, start.repeat(32))),
    );
    for (const share of differing) expect(share).toBeGreaterThan(0.02);
  });

  it('leaves the picture it was given alone', () => {
    const before = greyOf(110);
    watermark(before, SHA);
    expect(before.data.every((value) => value === 110)).toBe(true);
  });

  it("takes a seller's PNG", async () => {
    const png = await sharp({
      create: {
        width: 400,
        height: 100,
        channels: 4,
        background: { r: 255, g: 0, b: 0, alpha: 1 },
      },
    })
      .png()
      .toBuffer();
    const logo = await createWatermark({ kind: 'picture', png });
    expect(markedShare(greyOf(110), logo(greyOf(110), SHA))).toBeGreaterThan(0.1);
  });

  it('refuses a text of nothing and a picture that gives no mark, and says what to do', async () => {
    const clear = { r: 255, g: 0, b: 0, alpha: 0 };
    const unseen = sharp({ create: { width: 90, height: 60, channels: 4, background: clear } });
    const whole = await drawnPicture(90, 60).png().toBuffer();
    const sources = [
      { kind: 'text', text: ' \n ' },
      { kind: 'picture', png: Buffer.from('no picture') },
      { kind: 'picture', png: whole.subarray(0, whole.length / 2) },
      { kind: 'picture', png: await drawnPicture(90, 60).jpeg().toBuffer() },
      { kind: 'picture', png: await unseen.png().toBuffer() },
    ] as const;
    for (const source of sources) {
      const error: unknown = await createWatermark(source).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(FocusError);
      expect(error).toMatchObject({ kind: 'config', hint: expect.stringMatching(/\.$/) });
    }
  });
});

describe('personBox', () => {
  const fraction = fc.double({ min: 0.01, max: 1, noNaN: true });

  it('lies inside the photo and holds the face, whatever the face', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, fraction, fraction, (w, h, x, y, ratio) => {
        const face = { left: x * (1 - w), top: y * (1 - h), width: w, height: h };
        const box = personBox(face, { width: 1600, height: 1600 * ratio });
        const slack = 1e-9;
        // A face wider than the frame cannot be held: detectors give none.
        const holdsAcross =
          box.width < w ||
          (box.left <= face.left + slack && box.left + box.width + slack >= face.left + w);
        return (
          holdsAcross &&
          box.left >= 0 &&
          box.top >= 0 &&
          box.left + box.width <= 1 + slack &&
          box.top + box.height <= 1 + slack &&
          box.top <= face.top + slack &&
          box.top + box.height + slack >= face.top + h
        );
      }),
    );
  });

  it('takes in the belly, where bibs are, and more below the face than above', () => {
    const face = { left: 0.48, top: 0.3, width: 0.03, height: 0.06 };
    const box = personBox(face, { width: 1600, height: 1067 });
    const below = box.top + box.height - (face.top + face.height);
    expect(below / face.height).toBeGreaterThan(4.5);
    expect((face.top - box.top) / face.height).toBeCloseTo(0.9, 5);
  });
});

describe('encodeCrop', () => {
  it('is a WebP of at most 800 px that shows the person', async () => {
    const face = { left: 0.45, top: 0.2, width: 0.08, height: 0.14 };
    const crop = await encodeCrop(image, face, 3);
    expect(crop).toMatchObject({ kind: 'crop', ordinal: 3, height: 800 });
    expect(await sharp(crop.body).metadata()).toMatchObject({ format: 'webp', width: crop.width });
  });

  it('does not enlarge someone small', async () => {
    const crop = await encodeCrop(image, { left: 0.5, top: 0.5, width: 0.02, height: 0.03 }, 0);
    expect(crop.height).toBe(Math.round(0.03 * 7.2 * 1067));
  });

  it('takes faces at every edge', async () => {
    for (const left of [0, 0.95]) {
      for (const top of [0, 0.95]) {
        const crop = await encodeCrop(image, { left, top, width: 0.05, height: 0.05 }, 0);
        expect(Math.min(crop.width, crop.height)).toBeGreaterThan(100);
      }
    }
  });
});

describe('retouch', () => {
  it('stretches a flat picture to more contrast, within bounds, and always the same', async () => {
    const flat = await toPixels(drawnPicture(400, 300).linear(0.4, 80));
    const once = await retouch(flat, halveToLuma(flat));
    const again = await retouch(flat, halveToLuma(flat));
    expect(Buffer.compare(once.data, again.data)).toBe(0);
    const spread = (data: Uint8Array): number => {
      const sorted = data.slice().sort();
      return sorted.at(-1)! - sorted[0]!;
    };
    expect(spread(once.data)).toBeGreaterThan(spread(flat.data));
    expect([once.width, once.height, once.data.length]).toEqual([400, 300, flat.data.length]);
  });

  it('leaves the brightness of an even grey where it is', async () => {
    const grey = greyOf(90);
    const result = await retouch(grey, halveToLuma(grey));
    expect(Math.abs(result.data[3000]! - 90)).toBeLessThanOrEqual(2);
  });
});
