import { describe, expect, it } from 'vitest';
import type { DetectedFace } from '../../core/domain/face.js';
import { chooseSelfieFace } from '../../core/linking/choose-selfie-face.js';

const point = { x: 0.5, y: 0.5 };

function face(side: number, embedding: Float32Array | undefined): DetectedFace {
  return {
    box: { left: 0, top: 0, width: side, height: side },
    landmarks: [point, point, point, point, point],
    confidence: 99,
    quality: 90,
    smile: undefined,
    eyesOpen: undefined,
    embedding,
  };
}

const mine = Float32Array.of(1, 0);
const other = Float32Array.of(0, 1);

describe('chooseSelfieFace', () => {
  it('takes the largest face, whoever stands far behind', () => {
    const chosen = chooseSelfieFace([face(0.1, other), face(0.4, mine)]);
    expect(chosen).toEqual({ kind: 'face', embedding: mine });
  });

  it('refuses to guess between two that stand side by side', () => {
    expect(chooseSelfieFace([face(0.4, mine), face(0.2, other)])).toEqual({
      kind: 'refused',
      reason: 'several-faces',
    });
    expect(chooseSelfieFace([face(0.4, mine), face(0.19, other)]).kind).toBe('face');
  });

  it('says that there is none, or none that could be compared', () => {
    expect(chooseSelfieFace([])).toMatchObject({ reason: 'no-face' });
    expect(chooseSelfieFace([face(0.4, undefined)])).toMatchObject({ reason: 'face-unclear' });
  });
});
