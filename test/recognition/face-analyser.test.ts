import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DetectedFace, FacesMode } from '../../core/domain/face.js';
import { similarityOf } from '../../core/linking/face-similarity.js';
import type { RgbImage } from '../../core/ports/vision.js';
import { createFaceAnalyser, type FaceAnalyser } from '../../core/recognition/face-analyser.js';
import { createFaceDetector, type FaceDetector } from '../../core/recognition/face-detector.js';
import { pictureOf } from './face-pictures.js';

function similarity(a: DetectedFace | undefined, b: DetectedFace | undefined): number {
  const [x, y] = [a?.embedding, b?.embedding];
  if (!x || !y) throw new Error('Expected two faces that can be compared');
  return similarityOf(x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0));
}

describe('the face analyser', () => {
  let detector: FaceDetector;
  let analyser: FaceAnalyser;
  beforeAll(async () => {
    [detector, analyser] = await Promise.all([createFaceDetector(), createFaceAnalyser()]);
  });
  afterAll(() => Promise.all([detector.close(), analyser.close()]));

  const analyse = async (picture: RgbImage, mode: FacesMode = 'index') =>
    analyser.analyse(picture, mode, await detector.detect(picture));

  it('knows a person again in another size, and does not mistake one for another', async () => {
    const small = await analyse(
      await pictureOf([{ portrait: 'collins', left: 300, top: 200, width: 120 }]),
    );
    const large = await analyse(
      await pictureOf([{ portrait: 'collins', left: 900, top: 100, width: 400 }]),
    );
    const other = await analyse(
      await pictureOf([{ portrait: 'hopper', left: 300, top: 200, width: 200 }]),
    );
    expect(similarity(small[0], large[0])).toBeGreaterThan(95);
    expect(similarity(large[0], other[0])).toBeLessThan(50);
  });

  it('gives unit vectors, and landmarks in their places', async () => {
    const [face] = await analyse(
      await pictureOf([{ portrait: 'collins', left: 300, top: 200, width: 300 }]),
    );
    expect(face?.embedding).toHaveLength(512);
    expect(Math.hypot(...(face?.embedding ?? []))).toBeCloseTo(1, 5);
    const [leftEye, rightEye, nose, leftMouth, rightMouth] = face?.landmarks ?? [];
    expect(leftEye?.x).toBeLessThan(rightEye?.x ?? 0);
    expect(leftMouth?.x).toBeLessThan(rightMouth?.x ?? 0);
    expect(leftEye?.y).toBeLessThan(nose?.y ?? 0);
    expect(nose?.y).toBeLessThan(leftMouth?.y ?? 0);
  });

  it('sees an astronaut smile with open eyes', async () => {
    const [face] = await analyse(
      await pictureOf([{ portrait: 'collins', left: 300, top: 200, width: 400 }]),
    );
    expect(face?.smile).toBeGreaterThan(80);
    expect(face?.eyesOpen).toBeGreaterThan(80);
    expect(face?.quality).toBeGreaterThan(80);
  });

  it('keeps no template of a face that is out of focus', async () => {
    const [face] = await analyse(
      await pictureOf([{ portrait: 'hopper', left: 300, top: 200, width: 300, blur: 9 }]),
    );
    expect(face).toBeDefined();
    expect(face?.embedding).toBeUndefined();
    expect(face?.quality).toBeLessThan(30);
  });

  it('judges neither mouth nor eyes of a tiny face', async () => {
    const [face] = await analyse(
      await pictureOf([{ portrait: 'collins', left: 300, top: 200, width: 70 }]),
    );
    expect(face).toBeDefined();
    expect(face?.smile).toBeUndefined();
    expect(face?.eyesOpen).toBeUndefined();
  });

  it('makes no template in mode detect, and looks at nothing in mode off', async () => {
    const picture = await pictureOf([{ portrait: 'hopper', left: 300, top: 200, width: 200 }]);
    const [face] = await analyse(picture, 'detect');
    expect(face?.quality).toBeGreaterThan(80);
    expect(face?.embedding).toBeUndefined();
    expect(await analyse(picture, 'off')).toEqual([]);
  });
});
