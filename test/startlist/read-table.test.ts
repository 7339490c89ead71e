import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../core/startlist/read-table.js';

const cellsOf = async (content: string | Uint8Array): Promise<readonly (readonly string[])[]> => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return (await readTable(bytes, 'race.csv')).rows.map((row) => row.cells);
};

const LIST = 'Dossard;Nom;Prénom\r\n007;LEBŒUF;Éloïse\r\n12;Müller €;Zoë\r\n';
const ROWS = [
  ['Dossard', 'Nom', 'Prénom'],
  ['007', 'LEBŒUF', 'Éloïse'],
  ['12', 'Müller €', 'Zoë'],
];

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(LIST), 'utf-8'],
    ['UTF-8 with a byte order mark', iconv.encode(LIST, 'utf-8', { addBOM: true }), 'utf-8'],
    ['Windows-1252 with € and œ', iconv.encode(LIST, 'windows-1252'), 'windows-1252'],
    ['UTF-16 LE with a mark', iconv.encode(LIST, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 LE without', iconv.encode(LIST, 'utf-16le', { addBOM: false }), 'utf-16le'],
    ['UTF-16 BE with a mark', iconv.encode(LIST, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['UTF-16 BE without', iconv.encode(LIST, 'utf-16be', { addBOM: false }), 'utf-16be'],
  ])('reads %s with the right accents', async (_, bytes, encoding) => {
    const table = await readTable(bytes, 'race.csv');
    expect(table.origin).toEqual({ kind: 'text', encoding, separator: ';' });
    expect(table.rows.map((row) => row.cells)).toEqual(ROWS);
  });

  it('keeps UTF-8 when one name was cut in the middle of a letter', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `${index + 1};Éloïse\n`).join('');
    const cut = Buffer.concat([
      Buffer.from(`Dossard;Prénom\n${names}99;Ren`),
      Buffer.from([0xc3]),
      Buffer.from('\n'),
    ]);
    const rows = await cellsOf(cut);
    expect(rows[1]).toEqual(['1', 'Éloïse']);
    expect(rows.at(-1)).toEqual(['99', 'Ren\ufffd']);
  });

  it('refuses a code page that it would garble', async () => {
    const macRoman = iconv.encode('Dossard;Nom\r1;Benoît Lefèvre\r2;Zoé\r', 'macintosh');
    await expect(readTable(macRoman, 'race.csv')).rejects.toMatchObject({
      kind: 'input',
      code: 'startlist.unknown-encoding',
    });
  });
});

describe('separators', () => {
  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['pipe', '|'],
  ])('finds %s by the content', async (_, separator) => {
    const list = [
      'Bib,Name,Club',
      '1,"Dupont; Jean | Paul",A',
      '2,"Martin; Zoé",B',
      '3,"Petit | Luc",C',
    ];
    const text = list.join('\n').replaceAll(',', separator);
    const table = await readTable(Buffer.from(text), 'race.csv');
    expect(table.origin).toMatchObject({ separator });
    expect(table.rows[1]?.cells).toHaveLength(3);
  });

  it('is not misled by a comma in every name, nor by titles and totals', async () => {
    const names = Array.from({ length: 5 }, (_, index) => `${index};Dupont, Jean;M;A, B\n`).join(
      '',
    );
    const rows = await cellsOf(
      `Course du Lac, 2026\n\nDossard;Nom;Sexe;Club\n${names}Total, all;5\n`,
    );
    expect(rows[2]).toEqual(['0', 'Dupont, Jean', 'M', 'A, B']);
  });

  it("obeys Excel's sep= line and does not take it for a row", async () => {
    expect(await cellsOf('sep=|\nBib|Name\n1|A;B\n')).toEqual([
      ['Bib', 'Name'],
      ['1', 'A;B'],
    ]);
  });

  it('reads a list of bibs alone', async () => {
    expect(await cellsOf('Dossard\n1\n2\n')).toEqual([['Dossard'], ['1'], ['2']]);
  });
});

describe('quotes and line ends', () => {
  it.each(['\n', '\r\n', '\r'])('reads lines ended by %j', async (end) => {
    const table = await readTable(
      Buffer.from(`Bib;Club${end}1;"A${end}B; ""C"""${end}${end}2;D${end}`),
      'race.csv',
    );
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['Bib', 'Club'],
      ['1', `A${end}B; "C"`],
      ['2', 'D'],
    ]);
    expect(table.rows.at(-1)?.line).toBe(5);
  });

  it('takes quotes inside a cell as characters', async () => {
    const rows = await cellsOf(
      'Bib;Name;Club\n1;Jean "Jojo" Dupont;A\n2;"Zed" Petit;B\n3;C;D\n4;5" long;E\n',
    );
    expect(rows).toEqual([
      ['Bib', 'Name', 'Club'],
      ['1', 'Jean "Jojo" Dupont', 'A'],
      ['2', '"Zed" Petit', 'B'],
      ['3', 'C', 'D'],
      ['4', '5" long', 'E'],
    ]);
  });

  it('gives up on a list in which thousands of quotes stay open, rather than lose its end', async () => {
    const good = Array.from({ length: 4_000 }, (_, index) => `${index + 1};"NAME${index}";A`);
    const open = Array.from({ length: 10_100 }, (_, index) => `${index + 1};"NAME${index};A`);
    const lines = [...good, ...open];
    await expect(readTable(Buffer.from(lines.join('\n')), 'race.csv')).rejects.toMatchObject({
      kind: 'input',
      code: 'startlist.broken-quotes',
    });
  });

  it.each([
    ['to the end of the file', 'Bib;Name;Club\n1;A;B\n2;"C;D\n3;E;F\n4;G;H\n'],
    ['up to the next quoted cell', 'Bib;Name;Club\n1;A;B\n2;"C;D\n3;"E";F\n4;G;H\n'],
    ['up to another stray quote', 'Bib;Name;Club\n1;A;B\n2;"C;D\n3;E";F\n4;G;H\n'],
  ])('loses only the line whose quote stays open %s', async (_, text) => {
    const table = await readTable(Buffer.from(text), 'race.csv');
    expect(table.rows.map((row) => row.cells[0])).toEqual(
      expect.arrayContaining(['Bib', '1', '4']),
    );
    expect(table.broken[0]).toEqual({ line: 3, text: '2;"C;D', reason: 'unclosed-quote' });
    const lines = [...table.rows, ...table.broken].map(({ line }) => line);
    expect(lines.sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives back what a careful program wrote, whatever the cells hold', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ';', ',', '|', '\t', '\n', '\r\n', ' ', '€'),
      maxLength: 9,
    });
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          const header = ['Dossard', 'Nom', 'Prénom'];
          const all = [header, ...rows.map(([a, b], index) => [`${index + 1}`, `x${a}`, b])];
          const text = all.map((row) => row.map(quote).join(';')).join('\r\n');
          const table = await readTable(Buffer.from(text), 'race.csv');
          expect(table.rows.map((row) => row.cells)).toEqual(
            all.map((row) => row.map((value) => Buffer.from(value).toString())),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('files that are not lists', () => {
  const random = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256));
  it.each([
    ['empty', Buffer.alloc(0), 'startlist.empty'],
    ['blank lines only', Buffer.from('\n \r\n;;;\n'), 'startlist.empty'],
    ['random bytes', random, 'startlist.not-a-table'],
    ['a JPEG', Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF', 'latin1'), 'startlist.not-a-table'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'startlist.not-a-table'],
    [
      'an old .xls',
      Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
      'startlist.not-a-table',
    ],
    ['a damaged workbook', Buffer.from('PK\x03\x04 and then nothing'), 'startlist.not-a-table'],
    ['a web page called .xls', Buffer.from('<html><table><tr><td>Bib'), 'startlist.not-a-table'],
    ['one line of 10 MB', Buffer.alloc(10_000_000, 'x'), 'startlist.not-a-table'],
  ])('refuses %s with a reason and a hint', async (_, bytes, code) => {
    await expect(readTable(bytes, 'race.csv')).rejects.toMatchObject({ kind: 'input', code });
  });

  it('sets aside one line of megabytes and reads the others', async () => {
    const table = await readTable(
      Buffer.from(`Bib;Name\n1;A\n2;${'x'.repeat(1_000_000)}\n3;B\n`),
      'race.csv',
    );
    expect(table.rows.map((row) => row.cells[0])).toEqual(['Bib', '1', '3']);
    expect(table.broken).toMatchObject([{ line: 3, reason: 'line-too-long' }]);
  });
});
