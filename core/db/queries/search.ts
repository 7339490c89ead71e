import type { Bib, EventId, PhotoId } from '../../domain/ids.js';
import type { TagSource } from '../../domain/tag.js';
import { query, type Db } from '../query.js';
import { escapeLike } from './like-pattern.js';

export interface FoundPhoto {
  readonly id: PhotoId;
  readonly file: string;
  readonly capturedAt: Date | null;
}

export interface TaggedPhoto extends FoundPhoto {
  readonly bib: Bib;
  readonly source: TagSource;
  readonly confidence: number;
}

const FILE = `coalesce((select f.display_path from files f where f.photo_id = p.id
  order by (f.outcome = 'photo') desc, f.path limit 1), p.id::text)`;

/** Kept photos tagged with one of the bibs, in the order they were taken. */
export async function photosOfBibs(
  db: Db,
  eventId: EventId,
  bibs: readonly Bib[],
  limit: number,
): Promise<TaggedPhoto[]> {
  return query<TaggedPhoto>(
    db,
    `select p.id, p.captured_at as "capturedAt", t.bib, t.source, t.confidence,
       ${FILE} as file
     from tags t join photos p on p.id = t.photo_id
     where t.event_id = :eventId and t.bib = any(:bibs) and p.status = 'kept'
     order by p.captured_at nulls last, p.id, t.bib limit :limit`,
    { eventId, bibs, limit },
  );
}

/** The kept ones among those photos. */
export async function photosById(
  db: Db,
  ids: readonly PhotoId[],
): Promise<Map<PhotoId, FoundPhoto>> {
  const rows = await query<FoundPhoto>(
    db,
    `select p.id, p.captured_at as "capturedAt", ${FILE} as file
     from photos p where p.id = any(:ids::uuid[]) and p.status = 'kept'`,
    { ids },
  );
  return new Map(rows.map((photo) => [photo.id, photo]));
}

export interface FoundEntry {
  readonly bib: Bib;
  readonly race: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** Entries in whose name every word begins a word; `words` are folded as `name_key` is. */
export async function entriesByName(
  db: Db,
  eventId: EventId,
  words: readonly string[],
  limit: number,
): Promise<FoundEntry[]> {
  return query<FoundEntry>(
    db,
    `select bib, race, first_name as "firstName", last_name as "lastName" from entries
     where event_id = :eventId
       and not exists (select from unnest(:patterns::text[]) as pattern where ' ' || name_key not like pattern)
     order by last_name, first_name, race, bib limit :limit`,
    { eventId, patterns: words.map((word) => `% ${escapeLike(word)}%`), limit },
  );
}

/** Bibs of the event that differ from `bib` in one character, for "did you mean". */
export async function closeBibs(db: Db, eventId: EventId, bib: Bib): Promise<Bib[]> {
  const gaps = Array.from(
    bib,
    (_, at) => `${escapeLike(bib.slice(0, at))}_${escapeLike(bib.slice(at + 1))}`,
  );
  const rows = await query<{ bib: Bib }>(
    db,
    `select distinct bib from tags where event_id = :eventId and bib <> :bib and bib like any(:gaps::text[])
     order by bib limit 10`,
    { eventId, bib, gaps },
  );
  return rows.map((row) => row.bib);
}
