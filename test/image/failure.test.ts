import { describe, expect, it } from 'vitest';
import { failureOf } from '../../core/image/failure.js';

describe('failureOf', () => {
  it.each([
    'VipsJpeg: premature end of JPEG image',
    'Warning treated as error due to failOn setting',
    'source: bad seek to 900\nVipsJpeg: premature end of JPEG image\nVipsJpeg: corrupt data',
  ])('gives a damaged file one reason, whatever libvips says of it: %j', (message) => {
    expect(failureOf(new Error(message))).toEqual({
      kind: 'failed',
      reason: 'the file is cut short or damaged',
    });
  });

  it('keeps the words of the codec where they say more', () => {
    expect(failureOf(new Error('Input image exceeds pixel limit')).reason).toBe(
      'it has more pixels than the limit allows (Input image exceeds pixel limit)',
    );
  });
});
