import { describe, expect, it } from 'vitest';
import {
  newVisitor,
  readVisitorToken,
  VISIT_MS,
  writeVisitorToken,
} from '../../storefront/visitor-token.js';

const NOW = Date.parse('2026-05-03T10:00:00Z');

describe('the token of a visitor', () => {
  it('is read as it was written, whatever it says', () => {
    for (const cameSearching of [true, false])
      for (const hasActed of [true, false]) {
        const visitor = { ...newVisitor(NOW, cameSearching), hasActed };
        const token = writeVisitorToken(visitor, 'secret');
        expect(readVisitorToken(token, 'secret', NOW + VISIT_MS)).toEqual(visitor);
      }
  });

  it('is a new one for each visitor', () => {
    expect(newVisitor(NOW, false).id).not.toBe(newVisitor(NOW, false).id);
  });

  it('is none after a day, with another secret, or with one character changed', () => {
    const token = writeVisitorToken(newVisitor(NOW, true), 'secret');
    expect(readVisitorToken(token, 'secret', NOW + VISIT_MS + 1)).toBeUndefined();
    expect(readVisitorToken(token, 'other', NOW)).toBeUndefined();
    const [id = '', ...rest] = token.split('.');
    const changed = [`${id.startsWith('x') ? 'y' : 'x'}${id.slice(1)}`, ...rest].join('.');
    expect(readVisitorToken(changed, 'secret', NOW)).toBeUndefined();
    // Nobody makes a visitor of theirs one who has done something.
    expect(readVisitorToken(token.replace('.s.', '.sa.'), 'secret', NOW)).toBeUndefined();
    for (const other of [undefined, '', 'a.b.c.d', ['x'], `${token}x`])
      expect(readVisitorToken(other, 'secret', NOW)).toBeUndefined();
  });
});
