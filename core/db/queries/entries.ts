import type { Entry, Sex } from '../../domain/entry.js';
import { nameKey } from '../../domain/entry.js';
import type { Bib, EventId } from '../../domain/ids.js';
import { query, type Db } from '../query.js';

/** An entry as it is stored; it keeps its id when a later import changes it. */
export interface StoredEntry {
  readonly id: string;
  readonly entry: Entry;
}

interface EntryRow {
  id: string;
  race: string;
  bib: Bib;
  first_name: string;
  last_name: string;
  sex: Sex | null;
  birth_year: number | null;
  category: string | null;
  club: string | null;
  team: string | null;
  nationality: string | null;
}

const COLUMNS =
  'id, race, bib, first_name, last_name, sex, birth_year, category, club, team, nationality';

/** Bibs in the order people count in (7 before 12), then names. */
const ORDER = 'race, length(bib), bib, last_name, first_name';

export async function allEntries(db: Db, eventId: EventId): Promise<StoredEntry[]> {
  const rows = await query<EntryRow>(
    db,
    `select ${COLUMNS} from entries where event_id = :eventId order by ${ORDER}`,
    { eventId },
  );
  return rows.map((row) => ({ id: row.id, entry: toEntry(row) }));
}

export interface EntryFilter {
  readonly bib?: Bib | undefined;
  readonly race?: string | undefined;
  /** Folded as `name_key` is; each word has to begin a word of the name. */
  readonly nameWords?: readonly string[] | undefined;
}

/** One page of the entries that fit every filter, and how many fit in all. */
export async function findEntries(
  db: Db,
  eventId: EventId,
  filter: EntryFilter,
  limit: number,
): Promise<{ readonly entries: readonly Entry[]; readonly total: number }> {
  const rows = await query<EntryRow & { total: number }>(
    db,
    `select ${COLUMNS}, (count(*) over ())::int as total from entries
     where event_id = :eventId
       and (:bib::text is null or bib = :bib)
       and (:race::text is null or race = :race)
       and not exists (select from unnest(:words::text[]) as word
         where not starts_with(name_key, word) and strpos(name_key, ' ' || word) = 0)
     order by ${ORDER} limit :limit`,
    {
      eventId,
      bib: filter.bib ?? null,
      race: filter.race ?? null,
      words: filter.nameWords ?? [],
      limit,
    },
  );
  return { entries: rows.map(toEntry), total: rows[0]?.total ?? 0 };
}

export interface RaceCount {
  readonly race: string;
  readonly entries: number;
}

export async function countRaces(db: Db, eventId: EventId): Promise<RaceCount[]> {
  return query<RaceCount>(
    db,
    `select race, count(*)::int as entries from entries where event_id = :eventId
     group by race order by race`,
    { eventId },
  );
}

export async function deleteEntries(db: Db, ids: readonly string[]): Promise<void> {
  await query(db, 'delete from entries where id = any(:ids::uuid[])', { ids });
}

/** Rows of one statement: large enough to be quick, small enough for one message. */
const CHUNK = 5000;

/** Inserts entries and the words of their names, under the given id where they have one already. */
export async function insertEntries(
  db: Db,
  eventId: EventId,
  entries: readonly { readonly id?: string | undefined; readonly entry: Entry }[],
): Promise<void> {
  for (let start = 0; start < entries.length; start += CHUNK) {
    const rows = entries.slice(start, start + CHUNK).map(({ id, entry }) => ({
      ...entry,
      id,
      nameKey: nameKey(entry),
    }));
    await query(
      db,
      `with added as (
         insert into entries (id, event_id, race, bib, first_name, last_name, name_key,
           sex, birth_year, category, club, team, nationality)
         select coalesce(id, gen_random_uuid()), :eventId, race, bib, "firstName", "lastName",
           "nameKey", sex, "birthYear", category, club, team, nationality
         from jsonb_to_recordset(:rows::jsonb) as entry(id uuid, race text, bib text,
           "firstName" text, "lastName" text, "nameKey" text, sex text, "birthYear" smallint,
           category text, club text, team text, nationality text)
         returning id, name_key)
       insert into entry_words (entry_id, event_id, word)
       select distinct id, :eventId::uuid, word
       from added, regexp_split_to_table(name_key, ' ') as word where word <> ''`,
      { eventId, rows: JSON.stringify(rows) },
    );
  }
}

function toEntry(row: EntryRow): Entry {
  return {
    race: row.race,
    bib: row.bib,
    firstName: row.first_name,
    lastName: row.last_name,
    ...(row.sex !== null && { sex: row.sex }),
    ...(row.birth_year !== null && { birthYear: row.birth_year }),
    ...(row.category !== null && { category: row.category }),
    ...(row.club !== null && { club: row.club }),
    ...(row.team !== null && { team: row.team }),
    ...(row.nationality !== null && { nationality: row.nationality }),
  };
}
