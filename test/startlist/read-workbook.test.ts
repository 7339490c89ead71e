import { describe, expect, it } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { unpackedSize } from '../../core/startlist/archive-size.js';
import { readTable } from '../../core/startlist/read-table.js';
import { planOf } from './lists.js';

const workbook = (sheets: Readonly<Record<string, SheetData>>): Promise<Buffer> =>
  writeXlsxFile(Object.entries(sheets).map(([sheet, data]) => ({ sheet, data }))).toBuffer();

const text = (...cells: (string | null)[]): SheetData[number] =>
  cells.map((value) => (value === null ? null : { value, type: String }));

const LIST: SheetData = [
  text('Trail du Lac', null, null),
  [],
  text('Dossard', 'Nom', 'Né le'),
  [
    { value: 12 },
    { value: 'LEBŒUF' },
    { value: new Date(Date.UTC(1987, 3, 23)), format: 'dd/mm/yyyy' },
  ],
  [{ value: '007', type: String }, { value: 'Zoé' }, { value: 1990 }],
  [{ value: 1234.5 }, { value: 'PETIT' }, null],
  [{ value: 100000, format: '#,##0' }, { value: 'MARTIN' }, null],
];

describe('a workbook', () => {
  it('is read as Excel shows it: 12 and not 12.0, 007 where it is text, dates', async () => {
    const table = await readTable(await workbook({ Engagés: LIST }), 'race.xlsx');
    expect(table.origin).toEqual({ kind: 'workbook', sheet: 'Engagés' });
    expect(table.rows).toEqual([
      { line: 1, cells: ['Trail du Lac', '', ''] },
      { line: 3, cells: ['Dossard', 'Nom', 'Né le'] },
      { line: 4, cells: ['12', 'LEBŒUF', '1987-04-23'] },
      { line: 5, cells: ['007', 'Zoé', '1990'] },
      { line: 6, cells: ['1234.5', 'PETIT', ''] },
      { line: 7, cells: ['100000', 'MARTIN', ''] },
    ]);
  });

  it('is known by its content, also when it is called .csv', async () => {
    const plan = await planOf(await workbook({ A: LIST }));
    expect(plan.entries.map(({ bib, birthYear }) => [bib, birthYear])).toEqual([
      ['12', 1987],
      ['007', 1990],
      ['100000', undefined],
    ]);
    expect(plan.rejects).toMatchObject([
      { line: 6, column: 'Dossard', reason: 'bib-is-a-decimal' },
    ]);
  });

  it('tells a bib that Excel turned into a date', async () => {
    const list: SheetData = [
      text('Bib', 'Name'),
      [{ value: new Date(Date.UTC(2026, 4, 1)), format: 'd-mmm' }, { value: 'A' }],
      [{ value: '1-6', type: String }, { value: 'B' }],
    ];
    const plan = await planOf(await workbook({ A: list }));
    expect(plan.rejects).toMatchObject([{ line: 2, reason: 'bib-is-a-date' }]);
    expect(plan.entries.map(({ bib }) => bib)).toEqual(['1-6']);
  });

  it('with several filled sheets needs the name of one', async () => {
    const bytes = await workbook({ '10 km': LIST, Vide: [], '21 km': LIST.slice(2) });
    await expect(readTable(bytes, 'race.xlsx')).rejects.toMatchObject({
      code: 'startlist.ambiguous-sheet',
      message: expect.stringContaining('10 km, 21 km'),
      hint: expect.stringContaining('--sheet "10 km"'),
    });
    await expect(readTable(bytes, 'race.xlsx', { sheet: '5 km' })).rejects.toMatchObject({
      code: 'startlist.no-such-sheet',
      hint: expect.stringContaining('10 km, Vide, 21 km'),
    });
    const chosen = await readTable(bytes, 'race.xlsx', { sheet: '21 km' });
    expect(chosen.rows[0]?.cells[0]).toBe('Dossard');
  });

  it('without a filled cell is empty', async () => {
    await expect(readTable(await workbook({ A: [] }), 'race.xlsx')).rejects.toMatchObject({
      code: 'startlist.empty',
    });
  });

  it('cut in the middle is refused with a hint', async () => {
    const bytes = await workbook({ A: LIST });
    await expect(readTable(bytes.subarray(0, bytes.length / 2), 'race.xlsx')).rejects.toMatchObject(
      {
        kind: 'input',
        code: 'startlist.not-a-table',
      },
    );
  });

  it('that would unpack to gigabytes is refused before it is opened', async () => {
    const bytes = await workbook({ A: LIST });
    const directory = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    expect(unpackedSize(bytes)).toBeGreaterThan(1000);
    bytes.writeUInt32LE(4_000_000_000, directory + 24);
    await expect(readTable(bytes, 'race.xlsx')).rejects.toMatchObject({
      kind: 'input',
      code: 'startlist.too-large',
    });
  });

  it('of OpenDocument is refused by name', async () => {
    const head = Buffer.from('PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
    await expect(readTable(head, 'race.ods')).rejects.toThrow('an OpenDocument file');
  });
});
