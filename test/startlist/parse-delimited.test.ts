import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it, vi } from 'vitest';
import { parseDelimited } from '../../core/startlist/parse-delimited.js';

vi.mock('csv-parse/sync', { spy: true });

describe('a list with stray quotes', () => {
  it.each([
    ['in a nickname', '1;Jean "Jojo" Dupont;A'],
    ['around a given name', '1;"Zed" Petit;A'],
    ['between lines quoted well', '1;"Zed" Petit;A\n1;"Zed ""Z"" Petit";"A;B"\n1;Zoé;'],
  ])('%s is not parsed anew for every line', (_, lines) => {
    vi.mocked(parse).mockClear();
    const text = `Bib;Name;Club\n${`${lines}\n`.repeat(500)}`;
    const { rows, broken } = parseDelimited(Buffer.from(text), ';');
    expect(broken).toEqual([]);
    expect(rows).toHaveLength(text.split('\n').length - 1);
    expect(vi.mocked(parse).mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('has the same rows after the stray quote as without it', () => {
    const piece = fc.constantFrom('a', 'é', '"', '""', ';', '\n', '\r\n', '1', ' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const list = pieces.join('');
        const alone = parseDelimited(Buffer.from(list), ';');
        const after = parseDelimited(Buffer.from(`x;y"z\n${list}`), ';');
        const moved = <Line extends { line: number }>(lines: readonly Line[]): Line[] =>
          lines.map((found) => ({ ...found, line: found.line + 1 }));
        expect(after.rows.slice(1)).toEqual(moved(alone.rows));
        expect(after.broken).toEqual(moved(alone.broken));
      }),
      { numRuns: 2000 },
    );
  });
});
