import type { Bib, EventId } from '../../domain/ids.js';
import { query, type Db } from '../query.js';
import { escapeLike } from './like-pattern.js';

/** A participant as the public finds them. */
export interface PublicEntry {
  readonly bib: Bib;
  readonly firstName: string;
  readonly lastName: string;
  readonly race: string;
}

/** Of a beginning that thousands of names have, nobody reads them all: it is there to be typed on. */
const MOST_OF_ONE_WORD = 500;

/**
 * Entries in whose name every word begins a word; `words` are folded as `name_key` is. The longest
 * word, which the fewest names have, is looked up in the index, and the rest is compared.
 */
export async function findPublicEntries(
  db: Db,
  eventId: EventId,
  words: readonly string[],
  limit: number,
): Promise<PublicEntry[]> {
  const [rarest = '', ...others] = [...words].sort((a, b) => b.length - a.length);
  return query<PublicEntry>(
    db,
    // Entry by entry ("offset 0"): the planner would read the whole start list instead.
    `with named as materialized (
       select distinct entry_id from entry_words
       where event_id = :eventId and word >= :rarest and word like :prefix
       ${others.length === 0 ? 'limit :most' : ''})
     select e.bib, e.first_name as "firstName", e.last_name as "lastName", e.race
     from named cross join lateral (
       select * from entries where id = named.entry_id offset 0) as e
     where ' ' || e.name_key like all (:patterns::text[])
     order by e.last_name, e.first_name, e.race, e.bib limit :limit`,
    {
      eventId,
      rarest,
      prefix: `${escapeLike(rarest)}%`,
      patterns: others.map((word) => `% ${escapeLike(word)}%`),
      limit,
      ...(others.length === 0 && { most: MOST_OF_ONE_WORD }),
    },
  );
}

export async function entriesOfBibs(
  db: Db,
  eventId: EventId,
  bibs: readonly Bib[],
): Promise<PublicEntry[]> {
  return query<PublicEntry>(
    db,
    `select bib, first_name as "firstName", last_name as "lastName", race from entries
     where event_id = :eventId and bib = any(:bibs) order by race, last_name, first_name limit 100`,
    { eventId, bibs },
  );
}

/** True where somebody of the start list has the bib, or a photo shows it. */
export async function isKnownBib(db: Db, eventId: EventId, bib: Bib): Promise<boolean> {
  const [row] = await query<{ known: boolean }>(
    db,
    `select exists (select 1 from entries where event_id = :eventId and bib = :bib)
       or exists (select 1 from tags where event_id = :eventId and bib = :bib) as known`,
    { eventId, bib },
  );
  return row?.known === true;
}
