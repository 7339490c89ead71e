import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scorePhotos, type PhotoOutcome } from '../../core/bench/accuracy-score.js';

function outcome(changes: Partial<PhotoOutcome>): PhotoOutcome {
  return { bibs: [], optional: [], complete: true, tags: [], ...changes };
}

describe('scorePhotos', () => {
  it('counts hits, misses and wrong tags', () => {
    const score = scorePhotos([outcome({ bibs: ['1', '2', '3'], tags: ['1', '2', '9'] })]);
    expect(score).toMatchObject({ photos: 1, bibs: 3, hits: 2, misses: 1, wrong: 1 });
    expect(score.precision).toBeCloseTo(2 / 3);
    expect(score.recall).toBeCloseTo(2 / 3);
    expect(score.f1).toBeCloseTo(2 / 3);
  });

  it('compares without a leading category letter', () => {
    expect(scorePhotos([outcome({ bibs: ['M10380'], tags: ['10380'] })]).f1).toBe(1);
  });

  it('takes an optional bib for neither hit nor error', () => {
    expect(
      scorePhotos([outcome({ bibs: ['1'], optional: ['2'], tags: ['1', '2'] })]),
    ).toMatchObject({ hits: 1, wrong: 0 });
  });

  it('counts an incompletely labelled photo for recall only', () => {
    const score = scorePhotos([
      outcome({ bibs: ['1'], tags: ['1', '7'], complete: false }),
      outcome({ bibs: ['2'], tags: ['3'] }),
    ]);
    expect(score).toMatchObject({ wrong: 1, precision: 0, recall: 0.5 });
  });

  it('counts a bib tagged twice once', () => {
    expect(scorePhotos([outcome({ bibs: ['1'], tags: ['1', '1', 'A1'] })])).toMatchObject({
      hits: 1,
      wrong: 0,
    });
  });

  it('has nothing to object to no photos', () => {
    expect(scorePhotos([])).toMatchObject({ precision: 1, recall: 1, f1: 1 });
  });

  it('puts the figures inside their intervals, the same on every run', () => {
    const photo = fc.record({
      bibs: fc.uniqueArray(fc.constantFrom('1', '2', '3')),
      optional: fc.constant([]),
      complete: fc.boolean(),
      tags: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4')),
    });
    fc.assert(
      fc.property(fc.array(photo, { minLength: 1, maxLength: 30 }), (photos) => {
        const score = scorePhotos(photos);
        expect(scorePhotos(photos)).toEqual(score);
        expect(score.intervals.recall.low).toBeLessThanOrEqual(score.recall + 1e-9);
        expect(score.intervals.recall.high).toBeGreaterThanOrEqual(score.recall - 1e-9);
      }),
      { numRuns: 10 },
    );
  });
});
