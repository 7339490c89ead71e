import sharp from 'sharp';
import { query, type Db } from '../db/query.js';
import type { EventId } from '../domain/ids.js';
import { eventPrefix } from '../domain/object-keys.js';
import type { ObjectStore } from '../ports/object-store.js';

/** How large the event is that the storefront is measured with. */
export interface EventSize {
  readonly photos: number;
  readonly entries: number;
}

const PHOTOS_AT_ONCE = 5_000;
/** Two photos a second, as at the finish of a race, so that capture times differ. */
const SECONDS_BETWEEN = 0.5;
const THUMBNAIL_SIDE = 400;
const PREVIEW_SIDE = 1200;

/**
 * Fills an empty event with photos, versions, tags, faces and entries that nobody took: each photo
 * has one or two of the entries' bibs and one face with a template of random bytes. All photos
 * share the two public versions, so that the object store serves real bytes.
 */
export async function fillStorefrontEvent(
  { db, store }: { readonly db: Db; readonly store: ObjectStore },
  eventId: EventId,
  size: EventSize,
): Promise<void> {
  const keys = await storeVersions(store, eventId);
  await insertEntries(db, eventId, size.entries);
  for (let from = 1; from <= size.photos; from += PHOTOS_AT_ONCE) {
    const to = Math.min(size.photos, from + PHOTOS_AT_ONCE - 1);
    await insertPhotos(db, { eventId, from, to, bibs: size.entries, ...keys });
  }
  await query(db, 'analyze');
}

async function storeVersions(store: ObjectStore, eventId: EventId) {
  const thumbnailKey = `${eventPrefix(eventId)}bench/thumbnail.jpg`;
  const previewKey = `${eventPrefix(eventId)}bench/preview.jpg`;
  await store.put(thumbnailKey, await noise(THUMBNAIL_SIDE));
  await store.put(previewKey, await noise(PREVIEW_SIDE));
  return { thumbnailKey, previewKey };
}

/** A picture with the bytes of a photo of that size: grain does not compress. */
function noise(side: number): Promise<Buffer> {
  const height = Math.round((side * 2) / 3);
  return sharp({
    create: {
      width: side,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 12 },
    },
  })
    .jpeg({ quality: 72 })
    .toBuffer();
}

async function insertEntries(db: Db, eventId: EventId, entries: number): Promise<void> {
  await query(
    db,
    `with made as (
       insert into entries (event_id, race, bib, first_name, last_name, name_key)
       select :eventId::uuid, '10K', i::text, 'Anna' || i % 97, 'Martin' || i,
              'anna' || i % 97 || ' martin' || i
       from generate_series(1, :entries::int) i
       returning id, name_key)
     insert into entry_words (entry_id, event_id, word)
     select distinct id, :eventId::uuid, word
     from made, regexp_split_to_table(name_key, ' ') word`,
    { eventId, entries },
  );
}

interface PhotoRange {
  readonly eventId: EventId;
  readonly from: number;
  readonly to: number;
  /** Bibs run from 1 to this. */
  readonly bibs: number;
  readonly thumbnailKey: string;
  readonly previewKey: string;
}

async function insertPhotos(db: Db, range: PhotoRange): Promise<void> {
  await query(
    db,
    `with numbers as (
       select i, md5(:eventId::text || ' ' || i)::uuid as id
       from generate_series(:from::int, :to::int) i),
     photos_made as (
       insert into photos (id, event_id, sha256, bytes, format, width, height, captured_local,
         captured_at, camera_make, camera_model, camera_serial, perceptual_hash, frame_signature,
         sharpness, quality, status, analysed_by, pending, awaits_near_duplicates)
       select id, :eventId::uuid, sha256(id::text::bytea), 8000000, 'jpeg', 6000, 4000,
         timestamp '2026-05-10 09:00' + i * :seconds::float8 * interval '1 second',
         timestamptz '2026-05-10 07:00Z' + i * :seconds::float8 * interval '1 second',
         'Bench', 'B1', (i % 4)::text, substring(sha256(id::text::bytea) from 1 for 8),
         sha256(id::text::bytea), 500, 80, 'kept', 'bench', false, false
       from numbers),
     versions_made as (
       insert into versions (photo_id, kind, object_key, width, height, bytes)
       select id, 'thumbnail', :thumbnailKey::text, 400, 267, 30000 from numbers
       union all
       select id, 'preview', :previewKey::text, 1200, 800, 250000 from numbers),
     tags_made as (
       insert into tags (event_id, photo_id, bib, source, confidence, evidence)
       select :eventId::uuid, id, (1 + abs(hashint4(i + second * 7919)) % :bibs::int)::text, 'reading', 98, '{}'
       from numbers, generate_series(0, 1) second
       where second = 0 or i % 3 = 0
       on conflict do nothing)
     insert into faces (photo_id, ordinal, box, landmarks, confidence, quality, embedding,
       embedding_expires_at)
     select id, 0, array[0.4, 0.2, 0.1, 0.1], array[0.4, 0.2], 99, 80,
       (select string_agg(sha256((id::text || part)::bytea), ''::bytea)
        from generate_series(1, 16) part),
       now() + interval '1 day'
     from numbers`,
    { ...range, seconds: SECONDS_BETWEEN },
  );
}
