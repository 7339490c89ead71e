import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachment, readRange } from '../../storefront/content-range.js';

const FILE = { bytes: 1000, etag: '"abc"' };
const asked = (range: string | undefined, ifRange?: string) => readRange({ range, ifRange }, FILE);

describe('a range of bytes', () => {
  it.each([
    ['bytes=0-99', { kind: 'part', start: 0, end: 99 }],
    ['bytes=900-', { kind: 'part', start: 900, end: 999 }],
    ['bytes=900-5000', { kind: 'part', start: 900, end: 999 }],
    ['bytes=-10', { kind: 'part', start: 990, end: 999 }],
    ['bytes=-5000', { kind: 'part', start: 0, end: 999 }],
    ['bytes=1000-', { kind: 'unsatisfiable' }],
    ['bytes=-0', { kind: 'unsatisfiable' }],
    ['bytes=5-3', { kind: 'whole' }],
    ['bytes=0-1,5-6', { kind: 'whole' }],
    ['lines=1-2', { kind: 'whole' }],
    [undefined, { kind: 'whole' }],
  ])('%s of 1000 bytes', (range, expected) => {
    expect(asked(range)).toEqual(expected);
  });

  it('of another version of the file gives the whole', () => {
    expect(asked('bytes=0-99', '"abc"').kind).toBe('part');
    expect(asked('bytes=0-99', '"old"').kind).toBe('whole');
    expect(asked('bytes=0-99', 'Sun, 03 May 2026 10:00:00 GMT').kind).toBe('whole');
  });

  it('never leaves the file, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), fc.nat({ max: 50 }), (text, a, b, bytes) => {
        for (const range of [text, `bytes=${a}-${b}`, `bytes=-${a}`, `bytes=${a}-`]) {
          const part = readRange({ range, ifRange: undefined }, { bytes, etag: '"x"' });
          if (part.kind !== 'part') continue;
          expect(part.start).toBeGreaterThanOrEqual(0);
          expect(part.start).toBeLessThanOrEqual(part.end);
          expect(part.end).toBeLessThan(bytes);
        }
      }),
    );
  });
});

describe('the name of a saved file', () => {
  it('has any letters, and plain ones for old browsers', () => {
    expect(attachment('Foulées 1.jpg')).toBe(
      `attachment; filename="Foulees 1.jpg"; filename*=UTF-8''Foul%C3%A9es%201.jpg`,
    );
  });

  it('is one that old browsers can save, where plain letters leave little of it', () => {
    expect(attachment('日本.jpg')).toMatch(/^attachment; filename="__.jpg"; filename\*=UTF-8''%E6/);
    expect(attachment('con😀.jpg')).toContain('filename="con_.jpg"');
    expect(attachment('\u0301con.jpg')).toContain('filename="_con.jpg"');
  });

  it('cannot break out of its header', () => {
    expect(attachment('a"; filename="b.exe\r\nX: y')).not.toMatch(/[\r\n]|filename="b/);
  });
});
