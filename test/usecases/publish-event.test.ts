import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEvent, updateEvent } from '../../core/db/queries/events.js';
import { findPublicEvent } from '../../core/db/queries/gallery-events.js';
import { query } from '../../core/db/query.js';
import { publishEvent, unpublishEvent } from '../../core/usecases/publish-event.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { addEntry, addPhotos } from '../support/gallery-rows.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const LEGAL = { legalGaps: [] };
const TEXT = { legalBasis: 'consent', notice: 'Your face is compared.', language: 'en' } as const;
const FRENCH = {
  legalBasis: 'consentement',
  notice: 'Votre visage est comparé.',
  language: 'fr',
} as const;
const TERMS = { texts: [TEXT], until: '2999-01-01' } as const;

describe('publishEvent', () => {
  it('shows the event, and says what is public and what is missing', async () => {
    const { db } = database;
    const event = await createEvent(db, { name: 'Public', timeZone: 'Europe/Paris' });
    expect(await findPublicEvent(db, event.slug)).toBeUndefined();
    const empty = await publishEvent(db, { event: event.slug }, { legalGaps: ['operatorName'] });
    expect(empty.missing).toEqual([
      'photos',
      'date',
      'place',
      'start-list',
      'seller',
      'seller-email',
      'legal-pages',
    ]);
    await addPhotos(db, event.id, 3, { bib: '7' });
    await addPhotos(db, event.id, 2, { camera: 'B' });
    await addEntry(db, event.id, '7', 'Zoé', 'Le Goff');
    await addEntry(db, event.id, '8', 'Ana', 'Silva');
    const seller = { seller: 'Ana Silva', sellerEmail: 'ana@example.org' };
    const full = await publishEvent(db, { event: event.slug, ...seller }, LEGAL);
    expect(full).toMatchObject({
      photos: 5,
      bibs: 1,
      untagged: 2,
      entries: 2,
      entriesWithoutPhotos: 1,
    });
    expect(full.missing).toEqual(['date', 'place', 'photographers']);
    const photographers = full.cameras.map(({ cameraKey }) => ({ cameraKey, name: 'Ana' }));
    const named = await publishEvent(db, { event: event.slug, photographers }, LEGAL);
    expect(named.missing).toEqual(['date', 'place']);
    expect((await findPublicEvent(db, event.slug))?.sellerName).toBe('Ana Silva');
  });

  it('calls a camera by its name, which is not twice in it', async () => {
    const { db } = database;
    const event = await createEvent(db, { name: 'Cameras', timeZone: 'UTC' });
    const photos = await addPhotos(db, event.id, 2);
    await query(
      db,
      `update photos set camera_make = made.make, camera_model = made.model
       from (values (:first::uuid, 'Canon', 'Canon EOS 600D'),
         (:second::uuid, 'NIKON CORPORATION', 'NIKON D750')) as made (id, make, model)
       where photos.id = made.id`,
      { first: photos[0] ?? null, second: photos[1] ?? null },
    );
    const { cameras } = await publishEvent(db, { event: event.slug }, LEGAL);
    expect(cameras.map(({ camera }) => camera)).toEqual(['Canon EOS 600D', 'Nikon D750']);
  });

  it('lets visitors search by face only with all that the law asks, until the day named', async () => {
    const { db } = database;
    const event = await createEvent(db, { name: 'Faces', timeZone: 'UTC' });
    const terms = async () => (await findPublicEvent(db, event.slug))?.selfieSearch;
    await publishEvent(db, { event: event.slug }, LEGAL);
    expect(await terms()).toBeUndefined();
    await publishEvent(db, { event: event.slug, selfie: TERMS }, LEGAL);
    expect(await terms()).toEqual(TERMS);
    const both = { ...TERMS, texts: [FRENCH, TEXT] } as const;
    await publishEvent(db, { event: event.slug, selfie: both }, LEGAL);
    expect(await terms()).toEqual(both);
    await publishEvent(db, { event: event.slug, selfie: TERMS }, LEGAL);
    expect(await terms()).toEqual(TERMS);
    await publishEvent(db, { event: event.slug, selfie: { ...TERMS, until: '2020-01-01' } }, LEGAL);
    expect(await terms()).toBeUndefined();
    await publishEvent(db, { event: event.slug, selfie: 'off' }, LEGAL);
    expect(await terms()).toBeUndefined();
    const wrong = [
      { ...TERMS, texts: [{ ...TEXT, notice: ' ' }] as const },
      { ...TERMS, texts: [TEXT, { ...FRENCH, legalBasis: '' }] as const },
      { ...TERMS, until: 'soon' },
    ];
    for (const selfie of wrong)
      await expect(publishEvent(db, { event: event.slug, selfie }, LEGAL)).rejects.toMatchObject({
        kind: 'input',
      });
    await updateEvent(db, event.id, { faces: 'detect' });
    await expect(
      publishEvent(db, { event: event.slug, selfie: TERMS }, LEGAL),
    ).rejects.toMatchObject({
      code: 'publish.no-templates',
    });
  });

  it('is taken back', async () => {
    const { db } = database;
    const event = await createEvent(db, { name: 'Back', timeZone: 'UTC' });
    await publishEvent(db, { event: event.slug }, LEGAL);
    expect((await unpublishEvent(db, event.slug)).state).toBe('draft');
    expect(await findPublicEvent(db, event.slug)).toBeUndefined();
  });
});
