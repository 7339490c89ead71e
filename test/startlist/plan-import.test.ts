import { describe, expect, it } from 'vitest';
import { rejectsToCsv } from '../../core/startlist/rejects-csv.js';
import { bib, entry, planOf } from './lists.js';

const bibsOf = (plan: { entries: readonly { bib: string }[] }): string[] =>
  plan.entries.map(({ bib }) => bib);

describe('planImport', () => {
  it('reads a list as registration tools write it', async () => {
    const plan = await planOf(
      [
        'Marathon du Lac;;;;;;;;',
        '',
        'Dossard;Nom Prénom;Sexe;Né(e) le;Cat.;Club;Équipe;Course;Nat.;E-mail',
        '007;DE LA FONTAINE Marie;F;23/04/1987;SEF;AC Lac;;42 km;FRA;m@example.org',
        "12.0;O'BRIEN Seán;H;1990;;;;42 km;IRL;",
        ';PETIT Luc;H;1990;;;;42 km;FRA;',
        'Total;3',
      ].join('\r\n'),
    );
    expect(plan.entries).toEqual([
      entry({
        bib: '12',
        race: '42 km',
        firstName: 'Seán',
        lastName: "O'BRIEN",
        sex: 'M',
        birthYear: 1990,
        nationality: 'IRL',
      }),
      entry({
        bib: '007',
        race: '42 km',
        firstName: 'Marie',
        lastName: 'DE LA FONTAINE',
        sex: 'F',
        birthYear: 1987,
        category: 'SEF',
        club: 'AC Lac',
        nationality: 'FRA',
      }),
    ]);
    expect(plan.rejects).toMatchObject([
      { line: 6, column: 'Dossard', value: '', reason: 'bib-missing' },
    ]);
    expect(plan.counts).toMatchObject({ lines: 4, accepted: 2, rejected: 1, skipped: 1, added: 2 });
    expect(JSON.stringify(plan.entries)).not.toContain('example.org');
  });

  it('imports the same participation once, and says which line it repeats', async () => {
    const plan = await planOf('Bib;Nom;Prénom\n1;DUPONT;Éric\n2;MARTIN;Zoé\n1;Dupont;Eric\n');
    expect(bibsOf(plan)).toEqual(['1', '2']);
    expect(plan.rejects).toMatchObject([
      { line: 4, reason: 'duplicate', value: '1', sameAsLine: 2 },
    ]);
  });

  it('imports half of a list in which every line is doubled', async () => {
    const lines = Array.from({ length: 50 }, (_, index) => `${index + 100};NAME${index};A`);
    const plan = await planOf(['Bib;Nom;Prénom', ...lines, ...lines].join('\n'));
    expect(plan.counts).toMatchObject({ accepted: 50, rejected: 50 });
    expect(plan.sharedBibs).toEqual([]);
  });

  it('imports all members of a relay and lists the bib they share', async () => {
    const plan = await planOf('Bib;Nom;Prénom;Équipe\n5;A;Ann;X\n5;B;Bob;X\n6;C;Cid;Y\n');
    expect(plan.counts).toMatchObject({ accepted: 3, rejected: 0 });
    expect(plan.sharedBibs).toEqual([{ race: '', bib: '5', entries: 2 }]);
  });

  it('keeps one bib in two races apart', async () => {
    const plan = await planOf('Bib;Nom;Prénom;Course\n5;A;Ann;10 km\n5;B;Bob;21 km\n');
    expect(plan.entries).toHaveLength(2);
    expect(plan.sharedBibs).toEqual([]);
  });

  it('warns of values that it leaves out, and imports their lines', async () => {
    const plan = await planOf('Bib;Nom;Sexe;Né le\n5;A;?;jamais\n');
    expect(plan.entries).toEqual([entry({ bib: '5', lastName: 'A' })]);
    expect(plan.warnings).toEqual([
      { line: 2, column: 'Sexe', value: '?', reason: 'sex-unknown' },
      { line: 2, column: 'Né le', value: 'jamais', reason: 'birth-unknown' },
    ]);
  });

  it('rejects a line whose cells have slipped to the right', async () => {
    const rows = Array.from({ length: 9 }, (_, index) => `${index + 10};N;P;Club`).join('\n');
    const plan = await planOf(`Bib;Nom;Prénom;Club\n${rows}\n99;DE;LA FONTAINE;Marie;AC Lac\n`);
    expect(plan.rejects).toMatchObject([
      { line: 11, column: '#5', value: 'AC Lac', reason: 'too-many-cells' },
    ]);
  });

  it('keeps the runners above a second, richer header', async () => {
    const plan = await planOf('Bib;Nom\n8;A\n9;B\nBib;Nom;Prénom;Club\n10;C;D;E\n');
    expect(plan.mapping.headerLine).toBe(1);
    expect(bibsOf(plan)).toEqual(expect.arrayContaining(['8', '9']));
    expect(plan.counts).toMatchObject({ lines: 4, skipped: 1 });
  });

  it('rejects runners above the header, and no titles', async () => {
    const plan = await planOf('10 km;\n12;DUPONT\nInscrits;350\nBib;Nom\n8;A\n');
    expect(plan.rejects).toEqual([
      { line: 2, column: '', value: '12 DUPONT', reason: 'above-header', cells: ['12', 'DUPONT'] },
    ]);
    expect(plan.counts).toMatchObject({ lines: 2, accepted: 1, rejected: 1 });
  });

  it('skips headers that are repeated on each page', async () => {
    const plan = await planOf('Bib;Nom\n8;A\n9;B\nBib;Nom\n10;C\n');
    expect(plan.counts).toMatchObject({ accepted: 3, rejected: 0, skipped: 1 });
  });

  it('keeps a last runner whose name means total, and tells the lines it skips', async () => {
    const plan = await planOf('Bib;Nom\n8;A\n9;Somma Maria\nTotal;2\n');
    expect(bibsOf(plan)).toEqual(['8', '9']);
    expect(plan.skippedLines).toEqual([4]);
  });

  it('unwraps text formulas and keeps others as text', async () => {
    const plan = await planOf('Bib;Nom\n"=""007""";=HYPERLINK(1)\n=1+1;B\n');
    expect(plan.entries).toEqual([entry({ bib: '007', lastName: '=HYPERLINK(1)' })]);
    expect(plan.rejects).toMatchObject([{ line: 3, reason: 'bib-bad-character' }]);
  });

  it('refuses a file without one good line, so that it cannot empty a list', async () => {
    await expect(planOf('Dossard;Nom\n', { current: [entry({ bib: '1' })] })).rejects.toMatchObject(
      {
        kind: 'input',
        code: 'startlist.no-entries',
      },
    );
  });

  it('tells what changes against the list before', async () => {
    const current = [
      entry({ bib: '1', lastName: 'A' }),
      entry({ bib: '2', lastName: 'B' }),
      entry({ bib: '3', lastName: 'C' }),
    ];
    const plan = await planOf('Bib;Nom;Club\n2;A;\n1;B;\n4;D;\n', { current });
    expect(plan.counts).toMatchObject({
      added: 1,
      removed: 1,
      bibSwaps: 2,
      changed: 0,
      unchanged: 0,
    });
  });

  it('leaves other races alone when the file is the list of one', async () => {
    const current = [
      entry({ bib: '1', race: '10 km', lastName: 'A' }),
      entry({ bib: '1', race: '21 km', lastName: 'B' }),
    ];
    const plan = await planOf('Bib;Nom\n1;A\n2;C\n', { current, race: '10 km' });
    expect(plan.counts).toMatchObject({ added: 1, removed: 0, unchanged: 1 });
    expect(plan.entries.map(({ race }) => race)).toEqual(['10 km', '10 km']);
  });

  it('remembers every column by its header, and what was switched off', async () => {
    const plan = await planOf('Dossard;Nom;Nom;Club\n1;A;x;B\n', {
      choices: { lastName: '#2', club: '' },
    });
    expect(plan.remember).toEqual({ bib: 'Dossard', lastName: '#2 Nom', club: '' });
  });

  it('remembers the positions of a list without a header', async () => {
    const plan = await planOf('12;DUPONT\n13;MARTIN\n', { choices: { bib: '#1', name: '#2' } });
    expect(plan.remember).toEqual({ bib: '#1', name: '#2' });
  });

  it('reads 200,000 lines', { timeout: 120_000 }, async () => {
    const line = (_: unknown, index: number) => `${index + 1};NOM${index};"Zoé; dite Zo";1987`;
    const lines = Array.from({ length: 200_000 }, line);
    const plan = await planOf(['Dossard;Nom;Prénom;Naissance', ...lines].join('\n'));
    expect(plan.counts).toMatchObject({ accepted: 200_000, rejected: 0 });
    expect(plan.entries.at(-1)).toMatchObject({ bib: '200000', firstName: 'Zoé; dite Zo' });
  });
});

describe('rejectsToCsv', () => {
  it('has line, column, value, reason and the line itself, and no formula that would run', async () => {
    const plan = await planOf('Dossard;Nom\n1;A\n;=cmd()\n2;"B\n');
    expect(rejectsToCsv(plan.rejects, plan.mapping)).toBe(
      '\ufeffline,column,value,reason,Dossard,Nom\r\n' +
        "3,Dossard,,no bib,,'=cmd()\r\n" +
        '4,,"2;""B",a quotation mark that is not closed,"2;""B"\r\n',
    );
  });

  it('guards every start of a formula', async () => {
    const cells = ['=1', '+1', '-1', '@x', '\t=1', ' =1', 'plain'];
    const plan = await planOf(`Bib;Nom\n1;A\n`);
    const rejects = cells.map((value, index) => ({
      line: index + 2,
      column: '',
      value,
      reason: 'bib-missing' as const,
      cells: [],
    }));
    const values = rejectsToCsv(rejects, plan.mapping)
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',')[2]);
    expect(values).toEqual(["'=1", "'+1", "'-1", "'@x", "'\t=1", "' =1", 'plain']);
  });
});

describe('bib', () => {
  it('is compared as text, short before long', async () => {
    const plan = await planOf('Bib\n100\n7\nA1\n007\n');
    expect(plan.entries.map((found) => found.bib)).toEqual(['7', 'A1', '007', '100'].map(bib));
  });
});
