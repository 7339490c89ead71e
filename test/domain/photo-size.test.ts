import { describe, expect, it } from 'vitest';
import { isLargerThanWeb, printSize } from '../../core/domain/photo-size.js';

describe('the size of a photo', () => {
  it('is larger than web size from one pixel more on, upright too', () => {
    expect(isLargerThanWeb({ width: 1600, height: 1067 })).toBe(false);
    expect(isLargerThanWeb({ width: 1600, height: 1600 })).toBe(false);
    expect(isLargerThanWeb({ width: 1601, height: 900 })).toBe(true);
    expect(isLargerThanWeb({ width: 900, height: 1601 })).toBe(true);
  });

  it('is told as a print of 200 dots an inch, never more than it gives', () => {
    // 6000 / 200 x 2.54 = 76.2; 4000 / 200 x 2.54 = 50.8.
    expect(printSize({ width: 6000, height: 4000 })).toEqual({ widthCm: 76, heightCm: 50 });
    expect(printSize({ width: 1600, height: 1067 })).toEqual({ widthCm: 20, heightCm: 13 });
  });
});
