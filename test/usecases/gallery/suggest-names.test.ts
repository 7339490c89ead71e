import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../../core/db/query.js';
import type { RaceEvent } from '../../../core/domain/event.js';
import { suggestNames } from '../../../core/usecases/gallery/suggest-names.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { addEntry, publishedEvent } from '../../support/gallery-rows.js';

let database: TestDatabase;
let event: RaceEvent;
beforeAll(async () => {
  database = await createTestDatabase();
  event = await publishedEvent(database.db, 'Names');
  await addEntry(database.db, event.id, '7', 'Zoé', 'Le Goff');
  for (let bib = 100; bib < 130; bib += 1)
    await addEntry(database.db, event.id, `${bib}`, `Ada ${bib - 100}`, 'Martin');
  const other = await publishedEvent(database.db, 'Other names');
  await addEntry(database.db, other.id, '8', 'Zoé', 'Martinet');
});
afterAll(() => database.drop());

const suggest = (typed: string) => suggestNames(database.db, event.slug, typed);

describe('names that go on as what was typed', () => {
  it('begin with its words, without accents, and have nothing but what a gallery shows', async () => {
    for (const typed of ['zoe', 'ZOÉ', 'le gof', 'goff z', '  goff,zoe '])
      expect(await suggest(typed), typed).toEqual([{ bib: '7', name: 'Zoé Le Goff', race: '' }]);
    expect(await suggest('off')).toEqual([]);
  });

  it('are eight at most, and of this event', async () => {
    const names = await suggest('martin');
    expect(names).toHaveLength(8);
    expect(await suggest('martinet')).toEqual([]);
  });

  it.each(['', 'm', 'ma', 'a b c', 'le go', '%%%', '___', '100', 'martin 1', '\0\0\0', '🏃🏃🏃'])(
    'are none for "%s"',
    async (typed) => {
      expect(await suggest(typed)).toEqual([]);
    },
  );

  it('are told of no event that is not published', async () => {
    await query(database.db, `update events set state = 'draft' where id = :id`, { id: event.id });
    await expect(suggest('martin')).rejects.toMatchObject({ kind: 'not-found' });
    await query(database.db, `update events set state = 'published' where id = :id`, {
      id: event.id,
    });
  });
});
