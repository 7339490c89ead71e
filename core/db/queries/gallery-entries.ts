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
const MOST_OF_ONE_WORD = 2000;

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
  const [rarest = ''] = [...words].sort((a, b) => b.length - a.length);
  return query<PublicEntry>(
    db,
    `with named as materialized (
       select distinct entry_id from entry_words
       where event_id = :eventId and word >= :rarest and word like :prefix
       ${words.length === 1 ? 'limit :most' : ''})
     select e.bib, e.first_name as "firstName", e.last_name as "lastName", e.race
     from named join entries e on e.id = named.entry_id
     where not exists (select from unnest(:patterns::text[]) as pattern
       where ' ' || e.name_key not like pattern)
     order by e.last_name, e.first_name, e.race, e.bib limit :limit`,
    {
      eventId,
      rarest,
      prefix: `${escapeLike(rarest)}%`,
      patterns: words.map((word) => `% ${escapeLike(word)}%`),
      limit,
      ...(words.length === 1 && { most: MOST_OF_ONE_WORD }),
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
