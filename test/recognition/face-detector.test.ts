import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFaceDetector, type FaceDetector } from '../../core/recognition/face-detector.js';
import { pictureOf } from './face-pictures.js';

describe('the face detector', () => {
  let detector: FaceDetector;
  beforeAll(async () => {
    detector = await createFaceDetector({ minimumConfidence: 90 });
  });
  afterAll(() => detector.close());

  it('finds two people where they are, and nothing else', async () => {
    const picture = await pictureOf([
      { portrait: 'collins', left: 300, top: 200, width: 200 },
      { portrait: 'hopper', left: 1000, top: 400, width: 200 },
    ]);
    const found = (await detector.detect(picture)).toSorted((a, b) => a.box.left - b.box.left);
    expect(found).toHaveLength(2);
    const middles = found.map(({ box }) => (box.left + box.width / 2) * 1600);
    expect(middles[0]).toBeGreaterThan(340);
    expect(middles[0]).toBeLessThan(460);
    expect(middles[1]).toBeGreaterThan(1040);
    expect(middles[1]).toBeLessThan(1160);
    for (const { box, confidence } of found) {
      expect(confidence).toBeGreaterThanOrEqual(90);
      expect(box.left + box.width).toBeLessThanOrEqual(1);
      expect(box.top + box.height).toBeLessThanOrEqual(1);
    }
  });

  it('finds a face that fills the picture', async () => {
    const size = { width: 1000, height: 1000 };
    const [face] = await detector.detect(
      await pictureOf([{ portrait: 'collins', left: 0, top: 0, width: 950 }], size),
    );
    expect(face?.box.width).toBeGreaterThan(0.3);
  });

  it('finds faces upright in a portrait picture', async () => {
    const size = { width: 1067, height: 1600 };
    expect(
      await detector.detect(
        await pictureOf([{ portrait: 'hopper', left: 400, top: 300, width: 250 }], size),
      ),
    ).toHaveLength(1);
  });

  it('finds no face in an empty scene', async () => {
    expect(await detector.detect(await pictureOf([]))).toEqual([]);
  });

  it('gives the same for photos side by side as one after the other', async () => {
    const pictures = await Promise.all([
      pictureOf([{ portrait: 'collins', left: 300, top: 200, width: 200 }]),
      pictureOf([{ portrait: 'hopper', left: 600, top: 300, width: 220 }]),
    ]);
    const together = await Promise.all(pictures.map((picture) => detector.detect(picture)));
    for (const [index, picture] of pictures.entries())
      expect(await detector.detect(picture)).toEqual(together[index]);
  });
});
