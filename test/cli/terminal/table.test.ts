import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderTable, type Column } from '../../../cli/terminal/table.js';

interface Row {
  readonly name: string;
  readonly count: number;
}

const columns: readonly Column<Row>[] = [
  { title: 'Name', flexible: true, cell: (row) => row.name },
  { title: 'Count', align: 'right', cell: (row) => String(row.count) },
];

describe('a table', () => {
  it('lines its columns up by what a terminal shows', () => {
    const rows = [
      { name: 'Zoé', count: 7 },
      { name: '山田太郎', count: 1234 },
      { name: 'cafe\u0301', count: 12 },
    ];
    expect(renderTable(rows, columns)).toEqual([
      'Name      Count',
      'Zoé           7',
      '山田太郎   1234',
      'cafe\u0301         12',
    ]);
  });

  it('cuts the flexible column to the width of the terminal, and says so', () => {
    const rows = [{ name: 'a-very-long-file-name-indeed.jpg', count: 1 }];
    expect(renderTable(rows, columns, { width: 20 })).toEqual([
      'Name           Count',
      'a-very-long-…      1',
    ]);
  });

  it('shows control characters instead of sending them to the terminal', () => {
    const [, line] = renderTable([{ name: 'bad\u001b[2J\nname', count: 1 }], columns);
    expect(line).toBe('bad\uFFFD[2J\uFFFDname      1');
  });

  it('never exceeds the width, as long as the fixed columns fit', () => {
    const row = fc.record({ name: fc.string({ unit: 'grapheme' }), count: fc.nat(99999) });
    fc.assert(
      fc.property(fc.array(row), fc.integer({ min: 20, max: 80 }), (rows, width) => {
        for (const line of renderTable(rows, columns, { width })) {
          expect(stringWidth(line)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});
