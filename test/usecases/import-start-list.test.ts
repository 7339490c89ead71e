import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allEntries } from '../../core/db/queries/entries.js';
import { createEvent } from '../../core/db/queries/events.js';
import { startListVersion } from '../../core/db/queries/start-list-bibs.js';
import { query } from '../../core/db/query.js';
import type { RaceEvent } from '../../core/domain/event.js';
import { diffStartListFile } from '../../core/usecases/diff-start-list.js';
import { importStartList, type ImportRequest } from '../../core/usecases/import-start-list.js';
import { showStartList } from '../../core/usecases/show-start-list.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let folder: string;
let event: RaceEvent;
let changes: string[];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-list-'));
  event = await createEvent(database.db, { name: 'Trail', timeZone: 'UTC', date: '2026-05-17' });
  changes = [];
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const fileOf = async (content: string, name = 'race.csv'): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

const importList = async (content: string, more: Partial<ImportRequest> = {}) =>
  importStartList(
    database.db,
    { event: event.slug, file: await fileOf(content), ...more },
    async (_, changed) => {
      changes.push(changed.slug);
    },
  );

const peopleByBib = async (): Promise<Record<string, string>> => {
  const stored = await allEntries(database.db, event.id);
  return Object.fromEntries(
    stored.map(({ entry }) => [entry.bib, `${entry.firstName} ${entry.lastName}`.trim()]),
  );
};

describe('importStartList', () => {
  it('stores every field of the good lines, and writes the others to a file', async () => {
    const { plan, rejectsFile } = await importList(
      'Dossard;Nom;Prénom;Sexe;Né le;Cat;Club;Équipe;Course;Nat\n' +
        '007;LEBŒUF;Éloïse;F;1987;SEF;AC;X;10 km;FRA\n;PETIT;Luc;;;;;;;\n',
    );
    expect((await allEntries(database.db, event.id)).map(({ entry }) => entry)).toEqual(
      plan.entries,
    );
    expect(plan.entries).toHaveLength(1);
    expect(rejectsFile).toBe(join(folder, 'race.rejects.csv'));
    expect(await readFile(join(folder, 'race.rejects.csv'), 'utf8')).toContain(
      '3,Dossard,,no bib,,PETIT,Luc',
    );
    expect(changes).toEqual([event.slug]);
  });

  it('moves exchanged bibs with their people, who keep their ids', async () => {
    await importList('Bib;Nom;Prénom\n12;DUPONT;Jean\n13;MARTIN;Zoé\n');
    const before = await allEntries(database.db, event.id);
    const { plan } = await importList('Bib;Nom;Prénom\n13;DUPONT;Jean\n12;MARTIN;Zoé\n');
    expect(plan.counts).toMatchObject({ bibSwaps: 2, added: 0, removed: 0 });
    expect(await peopleByBib()).toEqual({ 12: 'Zoé MARTIN', 13: 'Jean DUPONT' });
    const after = await allEntries(database.db, event.id);
    const idOf = (list: typeof after, name: string) =>
      list.find(({ entry }) => entry.lastName === name)?.id;
    expect(idOf(after, 'DUPONT')).toBe(idOf(before, 'DUPONT'));
  });

  it('exchanges the bibs of two people of one name', async () => {
    await importList('Bib;Nom;Prénom;Né le\n12;DUPONT;Jean;1950\n13;DUPONT;Jean;2001\n');
    await importList('Bib;Nom;Prénom;Né le\n13;DUPONT;Jean;1950\n12;DUPONT;Jean;2001\n');
    const stored = await allEntries(database.db, event.id);
    expect(stored.map(({ entry }) => [entry.bib, entry.birthYear])).toEqual([
      ['12', 2001],
      ['13', 1950],
    ]);
  });

  it('changes nothing and wakes nobody when the list is the same', async () => {
    await importList('Bib;Nom\n1;A\n2;B\n');
    const version = await startListVersion(database.db, event.id);
    const { plan } = await importList('Bib;Nom\n2;B\n1;A\n');
    expect(plan.counts).toMatchObject({ unchanged: 2, added: 0, removed: 0 });
    expect(changes).toHaveLength(1);
    expect(await startListVersion(database.db, event.id)).toBe(version);
  });

  it('remembers the mapping that a person gave', async () => {
    const list = 'A;B;Nom\n1;250;X\n2;31;Y\n';
    await expect(importList(list)).rejects.toMatchObject({ code: 'startlist.no-bib-column' });
    await importList(list, { choices: { bib: 'B' } });
    const { plan } = await importList(list.replace('250', '251'));
    expect(plan.mapping.fields.bib).toEqual({ column: 1, header: 'B', why: 'remembered' });
    expect(plan.counts).toMatchObject({ bibSwaps: 1, unchanged: 1 });
  });

  it('imports one race after the other from two files', async () => {
    await importList('Bib;Nom\n1;A\n2;B\n', { race: '10 km' });
    await importList('Bib;Nom\n1;C\n', { race: '21 km' });
    await importList('Bib;Nom\n1;A\n', { race: '10 km' });
    const shown = await showStartList(database.db, { event: event.slug, limit: 10 });
    expect(shown.races).toEqual([
      { race: '10 km', entries: 1 },
      { race: '21 km', entries: 1 },
    ]);
  });

  it("refuses another race's list, unless it is to replace the first", async () => {
    const first = 'Bib;Nom\n1;A\n2;B\n';
    const second = 'Bib;Nom\n2;C\n101;D\n';
    await importList(first);
    await expect(importList(second)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'startlist.another-race',
      hint: expect.stringContaining('--race "10K"'),
    });
    expect(await peopleByBib()).toEqual({ 1: 'A', 2: 'B' });
    await importList(second, { race: '21K' });
    // The first list again, without the race: the second would go.
    await expect(importList(first)).rejects.toMatchObject({ code: 'startlist.another-race' });
    await importList(second, { replace: true });
    expect(await peopleByBib()).toEqual({ 2: 'C', 101: 'D' });
  });

  it('takes corrected and turned names for the same people', async () => {
    await importList('Bib;Nom;Prénom\n1;DUPON;Jean\n2;Zoé;MARTIN\n');
    const { plan } = await importList('Bib;Nom;Prénom\n1;DUPONT;Jean\n2;MARTIN;Zoé\n');
    expect(plan.counts).toMatchObject({ changed: 2, removed: 0 });
  });

  it('writes nothing at all when the readings cannot be resolved anew', async () => {
    await importList('Bib;Nom\n1;A\n');
    const failing = importStartList(
      database.db,
      { event: event.slug, file: await fileOf('Bib;Nom\n2;B\n') },
      () => Promise.reject(new Error('interrupted')),
    );
    await expect(failing).rejects.toThrow('interrupted');
    expect(await peopleByBib()).toEqual({ 1: 'A' });
    const shown = await showStartList(database.db, { event: event.slug, limit: 10 });
    expect(shown.lastImport).toMatchObject({ added: 1, fileName: 'race.csv' });
  });

  it('imports nothing when the bad lines cannot be written anywhere', async () => {
    const request = { rejectsFile: join(folder, 'missing', 'rejects.csv') };
    await expect(importList('Bib;Nom\n1;A\n;B\n', request)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'startlist.rejects-not-written',
    });
    expect(await peopleByBib()).toEqual({});
  });

  it('lets two imports at once follow each other', async () => {
    const file = await fileOf('Bib;Nom\n1;A\n2;B\n3;C\n', 'other.csv');
    const both = [1, 2].map(() =>
      importStartList(database.db, { event: event.slug, file }, () => Promise.resolve()),
    );
    const added = (await Promise.all(both)).map(({ plan }) => plan.counts.added);
    expect(added.sort()).toEqual([0, 3]);
    expect(Object.keys(await peopleByBib())).toEqual(['1', '2', '3']);
  });

  it('stores 12,000 entries in one import', async () => {
    const lines = Array.from({ length: 12_000 }, (_, index) => `${index + 1};N${index};P`);
    await importList(['Bib;Nom;Prénom', ...lines].join('\n'));
    const [count] = await query<{ entries: number }>(
      database.db,
      'select count(*)::int as entries from entries where event_id = :eventId',
      { eventId: event.id },
    );
    expect(count).toEqual({ entries: 12_000 });
  });

  it.each([
    ['a file that is not there', 'nowhere.csv', 'does not exist'],
    ['a folder', '.', 'is a folder'],
  ])('refuses %s', async (_, name, message) => {
    const request = { event: event.slug, file: join(folder, name) };
    await expect(
      importStartList(database.db, request, () => Promise.resolve()),
    ).rejects.toMatchObject({
      kind: 'input',
      code: 'startlist.unreadable',
      message: expect.stringContaining(message),
    });
  });

  it('refuses an event that is not there', async () => {
    const request = { event: 'none', file: await fileOf('Bib\n1\n') };
    await expect(
      importStartList(database.db, request, () => Promise.resolve()),
    ).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('diffStartListFile', () => {
  it('tells what an import would do, and writes nothing', async () => {
    await importList('Bib;Nom\n1;A\n2;B\n');
    const plan = await diffStartListFile(database.db, {
      event: event.slug,
      file: await fileOf('Bib;Nom\n1;A\n3;B\n;C\n', 'new.csv'),
    });
    expect(plan.counts).toMatchObject({ bibSwaps: 1, rejected: 1, unchanged: 1 });
    expect(await peopleByBib()).toEqual({ 1: 'A', 2: 'B' });
    await expect(readFile(join(folder, 'new.rejects.csv'))).rejects.toThrow();
  });
});

describe('showStartList', () => {
  it('filters by bib, race and the beginnings of names', async () => {
    await importList(
      'Bib;Nom;Prénom;Course\n7;DE LA FONTAINE;Éloïse;10 km\n12;MARTIN;Éléonore;21 km\n100;PETIT;Luc;10 km\n',
    );
    const show = async (filter: object) => {
      const shown = await showStartList(database.db, { event: event.slug, limit: 2, ...filter });
      return { bibs: shown.entries.map(({ bib }) => bib), total: shown.total };
    };
    expect(await show({})).toEqual({ bibs: ['7', '100'], total: 3 });
    expect(await show({ name: 'font elo' })).toEqual({ bibs: ['7'], total: 1 });
    expect(await show({ name: 'el' })).toEqual({ bibs: ['7', '12'], total: 2 });
    expect(await show({ name: 'ontaine' })).toEqual({ bibs: [], total: 0 });
    expect(await show({ bib: '12' })).toEqual({ bibs: ['12'], total: 1 });
    expect(await show({ race: '10 km' })).toEqual({ bibs: ['7', '100'], total: 2 });
    await expect(show({ bib: '?' })).rejects.toMatchObject({ code: 'bib.unreadable' });
  });
});
