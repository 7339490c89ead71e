import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDisplayPath, toDisplayPath } from '../../core/pipeline/scan-display-path.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('toDisplayPath', () => {
  it('leaves readable names as they are', () => {
    for (const name of ['a/b c.jpg', 'Été à Nice.jpg', '马拉松🏃.jpg', "l'étape #1 (2).jpg"]) {
      expect(toDisplayPath(Buffer.from(name))).toBe(name);
    }
  });

  it.each([
    [bytes('a\nb\r\t\x00\x1b'), 'a\\nb\\r\\t\\x00\\x1B'],
    [bytes('caf\xE9'), 'caf\\xE9'],
    [bytes('\\xE9'), '\\\\xE9'],
    [Buffer.from('gpj.\u202e'), 'gpj.\\xE2\\x80\\xAE'],
    [Buffer.concat([Buffer.from('é'), bytes('\xFF')]), 'é\\xFF'],
  ])('escapes what would not show: %j', (path, text) => {
    expect(toDisplayPath(path)).toBe(text);
  });

  it('stays on one line and gives back the same bytes, whatever they are', () => {
    const pieces = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 12 }).map((text) => Buffer.from(text)),
      fc.constantFrom('\\x41', '\\\\', '\\n', '\n').map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 5 }), (parts) => {
        const path = Buffer.concat(parts);
        const text = toDisplayPath(path);
        return !/\p{Cc}/u.test(text) && fromDisplayPath(text).equals(path);
      }),
      { numRuns: 300 },
    );
  });
});
