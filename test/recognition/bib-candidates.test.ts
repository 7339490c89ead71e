import { describe, expect, it } from 'vitest';
import {
  isPlausibleBib,
  withoutRepeats,
  type TextCandidate,
} from '../../core/recognition/bib-candidates.js';

function candidate(
  changes: Partial<TextCandidate['box']> = {},
  rest: Partial<TextCandidate> = {},
): TextCandidate {
  return {
    box: { centreX: 100, centreY: 100, width: 80, height: 40, angle: 0, ...changes },
    cut: { left: false, right: false },
    faceWidth: 70,
    ...rest,
  };
}

describe('isPlausibleBib', () => {
  it('takes a bib of usual size below a face', () => {
    expect(isPlausibleBib(candidate())).toBe(true);
  });

  it.each([
    ['a long line', { width: 200 }],
    ['a column', { width: 20 }],
    ['text too small to read', { width: 18, height: 9 }],
    ['small print on a shirt', { width: 30, height: 15 }],
    ['a banner behind the runner', { width: 250, height: 120 }],
  ])('refuses %s', (_, box) => {
    expect(isPlausibleBib(candidate(box))).toBe(false);
  });

  it('does not judge the size where no face is known', () => {
    expect(isPlausibleBib(candidate({ width: 250, height: 120 }, { faceWidth: undefined }))).toBe(
      true,
    );
  });
});

describe('withoutRepeats', () => {
  const whole = candidate();
  const part = candidate({ centreX: 110, width: 60 });

  it('keeps the larger of two boxes at one place, in whatever order they come', () => {
    expect(withoutRepeats([part, whole])).toEqual([whole]);
    expect(withoutRepeats([whole, part])).toEqual([whole]);
  });

  it('prefers a box that is not cut to a larger one that is', () => {
    const cut = candidate({ width: 90 }, { cut: { left: true, right: false } });
    expect(withoutRepeats([cut, whole])).toEqual([whole]);
  });

  it('keeps boxes that only touch', () => {
    const beside = candidate({ centreX: 170 });
    expect(withoutRepeats([whole, beside])).toHaveLength(2);
  });
});
