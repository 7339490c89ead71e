import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileSystemObjectStore } from '../../../core/adapters/object-store/file-system/file-system-object-store.js';
import { updateEvent, getEvent } from '../../../core/db/queries/events.js';
import { insertPack } from '../../../core/db/queries/packs.js';
import { query } from '../../../core/db/query.js';
import type { RaceEvent } from '../../../core/domain/event.js';
import { cents } from '../../../core/domain/money.js';
import type { ObjectStore } from '../../../core/ports/object-store.js';
import { ingestFolder } from '../../../core/usecases/ingest-folder.js';
import { sameThreadPool } from '../../support/ingest-world.js';
import { madeJpeg } from '../../support/made-photos.js';
import type { TestStorefront } from './storefront.js';

export interface PublishedPhoto {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly original: Buffer;
}

export interface PublishedEvent {
  readonly event: RaceEvent;
  /** In the order of their file names. */
  readonly photos: readonly PublishedPhoto[];
  readonly store: ObjectStore;
}

/**
 * An event on sale: made-up photos, ingested, at 8.00 each in HD, 5 for 25.00, 5.00 in web size, and
 * 30.00 for all of a bib.
 */
export async function publishEvent(
  { db, home }: TestStorefront,
  options: { readonly name: string; readonly photos: number; readonly byReference?: string },
): Promise<PublishedEvent> {
  const store = await openFileSystemObjectStore({
    root: join(home, 'objects'),
    links: { baseUrl: '/objects/', secret: new Uint8Array(32) },
  });
  const folder = options.byReference ?? (await mkdtemp(join(tmpdir(), 'focusracer-photos-')));
  const originals = await Promise.all(
    Array.from({ length: options.photos }, async (_, index) => ({
      fileName: `IMG_${String(index + 1).padStart(4, '0')}.JPG`,
      original: await madeJpeg(options.name.length * 1000 + index),
    })),
  );
  for (const { fileName, original } of originals) await writeFile(join(folder, fileName), original);
  await ingestFolder(
    { db, store, pool: sameThreadPool() },
    {
      folder,
      event: options.name,
      details: { timeZone: 'Europe/Paris', date: '2026-05-03' },
      startList: undefined,
      byReference: options.byReference !== undefined,
      nearDuplicates: false,
      nearDuplicateDistance: 5,
      blurThreshold: 0,
      retouch: false,
      watermarkText: 'made',
      similarityThreshold: 85,
      templateDays: 90,
      maximumBytes: 10_000_000,
    },
    () => undefined,
    new AbortController().signal,
  );
  if (options.byReference === undefined) await rm(folder, { recursive: true });
  // Made small to be ingested fast; sold as photos of a camera, which have two sizes.
  await query(db, 'update photos set width = 6000, height = 4500');
  const created = await getEvent(db, options.name);
  const event = await updateEvent(db, created.id, { state: 'published' });
  const always = { availableFrom: undefined, availableUntil: undefined };
  const photosOf = (quantity: number, size: 'hd' | 'web', price: number) =>
    insertPack(db, event.id, { ...always, kind: 'photos', quantity, size, price: cents(price) });
  await photosOf(1, 'hd', 800);
  await photosOf(5, 'hd', 2500);
  await photosOf(1, 'web', 500);
  await insertPack(db, event.id, {
    ...always,
    kind: 'all-of-mine',
    quantity: undefined,
    size: 'hd',
    price: cents(3000),
  });
  const rows = await query<{ id: string; sha256: string }>(
    db,
    `select id, encode(sha256, 'hex') as sha256 from photos where event_id = :id`,
    { id: event.id },
  );
  const photos = originals.map(({ fileName, original }) => {
    const sha256 = createHash('sha256').update(original).digest('hex');
    const row = rows.find((one) => one.sha256 === sha256);
    if (row === undefined) throw new Error(`${fileName} was not ingested`);
    return { ...row, fileName, original };
  });
  return { event, photos, store };
}
