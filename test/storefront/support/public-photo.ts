import { createHash } from 'node:crypto';
import { createEvent, updateEvent } from '../../../core/db/queries/events.js';
import { query } from '../../../core/db/query.js';
import { versionKey } from '../../../core/domain/object-keys.js';
import type { RaceEvent } from '../../../core/domain/event.js';
import { derivePhotoId, type PhotoId, type Sha256 } from '../../../core/domain/ids.js';
import type { VersionKind } from '../../../core/domain/photo.js';
import { openStore } from '../../../core/parts.js';
import { locateDataHome } from '../../../core/config/data-home.js';
import type { TestStorefront } from './storefront.js';

export interface PhotoOptions {
  readonly status?: 'kept' | 'blurry' | 'near-duplicate';
  /** What the versions hold; a few bytes of text unless given. */
  readonly bodies?: Readonly<Partial<Record<VersionKind, Uint8Array>>>;
}

export async function publishEvent(
  { db }: Pick<TestStorefront, 'db'>,
  name: string,
): Promise<RaceEvent> {
  const event = await createEvent(db, { name, timeZone: 'Europe/Paris' });
  return updateEvent(db, event.id, { state: 'published' });
}

/** A photo with its rows and with objects for all its versions, as an ingest leaves it. */
export async function addPhoto(
  { db, shop, home }: Pick<TestStorefront, 'db' | 'shop' | 'home'>,
  event: RaceEvent,
  label: string,
  { status = 'kept', bodies = {} }: PhotoOptions = {},
): Promise<PhotoId> {
  const sha256 = createHash('sha256').update(label).digest('hex') as Sha256;
  const id = derivePhotoId(event.slug, sha256);
  await query(
    db,
    `insert into photos (id, event_id, sha256, bytes, format, width, height, perceptual_hash,
       frame_signature, sharpness, quality, status)
     values (:id, :eventId, :sha256, 1000, 'jpeg', 3000, 2000, :hash, :hash, 100, 50, :status)`,
    { id, eventId: event.id, sha256: Buffer.from(sha256, 'hex'), hash: Buffer.alloc(8), status },
  );
  const store = await openStore(locateDataHome({ FOCUSRACER_HOME: home }), shop.settings);
  for (const kind of ['web', 'preview', 'thumbnail', 'crop'] as const) {
    const body = bodies[kind] ?? Buffer.from(`${kind} of ${label}`);
    const key = versionKey(event.id, sha256, { kind, ordinal: 0 });
    await store.put(key, body);
    await query(
      db,
      `insert into versions (photo_id, kind, object_key, width, height, bytes)
       values (:id, :kind, :key, 400, 267, :bytes)`,
      { id, kind, key, bytes: body.length },
    );
  }
  return id;
}
