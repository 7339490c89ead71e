import { describe, expect, it } from 'vitest';
import { mapFive, type FivePoints } from '../../core/recognition/face-landmarks.js';
import {
  eyeDistanceOf,
  faceQuality,
  relativeSharpness,
  turnOf,
} from '../../core/recognition/face-quality.js';
import type { PixelPoint } from '../../core/recognition/face-warp.js';

const frontal: FivePoints = [
  [40, 50],
  [80, 50],
  [60, 70],
  [45, 90],
  [75, 90],
];

describe('faceQuality', () => {
  it('is 100 for a large, sharp face that looks at the camera', () => {
    expect(faceQuality({ eyeDistance: 60, sharpness: 0.4, turn: 0.05 })).toBe(100);
  });

  it.each([
    ['tiny', { eyeDistance: 6, sharpness: 0.4, turn: 0 }],
    ['blurred', { eyeDistance: 60, sharpness: 0.04, turn: 0 }],
    ['turned away', { eyeDistance: 60, sharpness: 0.4, turn: 0.7 }],
  ])('is 0 for a %s face', (_what, face) => {
    expect(faceQuality(face)).toBe(0);
  });
});

describe('turnOf', () => {
  it('is 0 where the nose is between the eyes, however the head is tilted', () => {
    expect(turnOf(frontal)).toBe(0);
    const tilted = mapFive(frontal, ([x, y]): PixelPoint => [x * 0.8 - y * 0.6, x * 0.6 + y * 0.8]);
    expect(turnOf(tilted)).toBeCloseTo(0, 9);
  });

  it('grows to both sides', () => {
    const [left, right, , ...mouth] = frontal;
    expect(turnOf([left, right, [80, 70], ...mouth])).toBe(0.5);
    expect(turnOf([left, right, [40, 70], ...mouth])).toBe(0.5);
  });
});

describe('eyeDistanceOf', () => {
  it('is in pixels', () => {
    expect(eyeDistanceOf(frontal)).toBe(40);
  });
});

describe('relativeSharpness', () => {
  const side = 28;
  const pattern = (value: (x: number, y: number) => number) =>
    Float32Array.from({ length: side * side }, (_, at) => value(at % side, Math.floor(at / side)));

  it('is 0 for a plain square, small for a slope and large for a chessboard', () => {
    expect(
      relativeSharpness(
        pattern(() => 90),
        side,
      ),
    ).toBe(0);
    expect(
      relativeSharpness(
        pattern((x) => 5 * x),
        side,
      ),
    ).toBeLessThan(0.01);
    expect(
      relativeSharpness(
        pattern((x, y) => ((x + y) % 2) * 200),
        side,
      ),
    ).toBeGreaterThan(1);
  });

  it('does not depend on contrast', () => {
    const faint = relativeSharpness(
      pattern((x, y) => ((x * y) % 7) * 3),
      side,
    );
    expect(
      relativeSharpness(
        pattern((x, y) => ((x * y) % 7) * 30),
        side,
      ),
    ).toBeCloseTo(faint, 4);
  });
});
