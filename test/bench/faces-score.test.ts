import { describe, expect, it } from 'vitest';
import { scorePairs, type Portrait } from '../../core/bench/faces-score.js';
import { quantise } from '../../core/linking/face-template.js';

/** A face at an angle in the plane of two made-up people, 0 and 90 degrees. */
function portrait(person: string, degrees: number): Portrait {
  const angle = (degrees * Math.PI) / 180;
  const embedding = new Float32Array(512);
  embedding[0] = Math.cos(angle);
  embedding[1] = Math.sin(angle);
  return { person, template: quantise(embedding) };
}

describe('scorePairs', () => {
  it('counts pairs of the same and of different people apart', () => {
    const score = scorePairs(
      [portrait('a', 0), portrait('a', 20), portrait('a', 80), portrait('b', 90)],
      85,
    );
    // 85 % is a cosine of 0.5, an angle of 60 degrees: a-a 20, 60 and 80 degrees; b is 10 from the third a.
    expect(score).toMatchObject({ photos: 4, comparable: 4, samePairs: 3, differentPairs: 3 });
    expect(score.falseMatches).toBe(1);
    expect(score.falseMatchRate).toBeCloseTo(1 / 3, 9);
    expect(score.recall).toBe(score.found / 3);
  });

  it('leaves photos without a face that can be compared out of the pairs', () => {
    const score = scorePairs(
      [portrait('a', 0), portrait('a', 10), { person: 'a', template: undefined }],
      85,
    );
    expect(score).toMatchObject({ photos: 3, comparable: 2, samePairs: 1, found: 1, recall: 1 });
  });

  it('gives intervals that stay honest without a single false match', () => {
    const people = Array.from({ length: 10 }, (_, person) =>
      portrait(String(person), person % 2 === 0 ? 0 : 180),
    );
    const { falseMatchInterval, recallInterval } = scorePairs(
      people.filter((_, at) => at < 2),
      85,
    );
    expect(falseMatchInterval).toEqual({ low: 0, high: expect.closeTo(0.79, 2) });
    expect(recallInterval).toEqual({ low: 0, high: 1 });
  });
});
