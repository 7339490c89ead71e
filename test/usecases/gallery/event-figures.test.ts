import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EventId } from '../../../core/domain/ids.js';
import { rememberFigures } from '../../../core/usecases/gallery/event-figures.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { addEntry, addPhotos, publishedEvent } from '../../support/gallery-rows.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('counts anew after half a minute, and lets nobody wait for it but the first', async () => {
  const event = await publishedEvent(database.db, 'Figures');
  await addPhotos(database.db, event.id, 2, { bib: '1' });
  let now = 0;
  const figures = rememberFigures(database.db, () => now);
  expect(await figures(event.id)).toMatchObject({ photos: 2, bibs: 1, waiting: 0 });
  await addPhotos(database.db, event.id, 3, { bib: '2' });
  now = 29_999;
  expect((await figures(event.id)).photos).toBe(2);
  now = 30_000;
  // The former ones once more, while they are counted.
  expect((await figures(event.id)).photos).toBe(2);
  await expect.poll(async () => (await figures(event.id)).photos).toBe(5);
});

it('knows where bibs are digits alone: by the start list, or else by the photos', async () => {
  const { db } = database;
  const digitsOf = async (eventId: EventId) => (await rememberFigures(db)(eventId)).hasDigitBibs;
  const event = await publishedEvent(db, 'Digits');
  expect(await digitsOf(event.id)).toBe(false);
  await addPhotos(db, event.id, 1, { bib: '007' });
  expect(await digitsOf(event.id)).toBe(true);
  await addPhotos(db, event.id, 1, { bib: 'A12' });
  expect(await digitsOf(event.id)).toBe(false);
  await addEntry(db, event.id, '12', 'Zoé', 'Martin');
  expect(await digitsOf(event.id)).toBe(true);
  await addEntry(db, event.id, 'ELITE1', 'Ada', 'Durand');
  expect(await digitsOf(event.id)).toBe(false);
});
