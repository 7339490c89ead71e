import { describe, expect, it } from 'vitest';
import { cosineOf, similarityOf } from '../../core/linking/face-similarity.js';

describe('similarity', () => {
  it('is 85 % at about cosine 0.50 and 50 % at 0.35', () => {
    expect(similarityOf(0.5)).toBeCloseTo(85, 0);
    expect(similarityOf(0.35)).toBe(50);
  });

  it('turns back into the cosine it came from', () => {
    for (const cosine of [-0.2, 0, 0.35, 0.5, 0.8, 1])
      expect(cosineOf(similarityOf(cosine))).toBeCloseTo(cosine, 9);
  });
});
