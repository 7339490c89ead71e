import { FocusError } from '../../errors.js';
import {
  slugOf,
  type EventDetails,
  type EventState,
  type RaceEvent,
  type TimeZoneSource,
} from '../../domain/event.js';
import type { FacesMode } from '../../domain/face.js';
import type { EventId } from '../../domain/ids.js';
import { query, type Db } from '../query.js';

interface EventRow {
  id: EventId;
  slug: string;
  name: string;
  starts_on: string | null;
  place: string | null;
  sport: string | null;
  time_zone: string;
  time_zone_source: TimeZoneSource;
  state: EventState;
  faces: FacesMode;
  faces_noticed_at: Date | null;
  bib_pattern: string | null;
}

const COLUMNS =
  "id, slug, name, to_char(starts_on, 'YYYY-MM-DD') as starts_on, place, sport, time_zone, time_zone_source, state, faces, faces_noticed_at, bib_pattern";

function toEvent(row: EventRow): RaceEvent {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    date: row.starts_on ?? undefined,
    place: row.place ?? undefined,
    sport: row.sport ?? undefined,
    timeZone: row.time_zone,
    timeZoneSource: row.time_zone_source,
    state: row.state,
    faces: row.faces,
    facesNoticedAt: row.faces_noticed_at ?? undefined,
    bibPattern: row.bib_pattern ?? undefined,
  };
}

/** Finds an event by its slug, or by its exact name where only one bears it. */
export async function findEvent(db: Db, slugOrName: string): Promise<RaceEvent | undefined> {
  const rows = await query<EventRow>(
    db,
    `select ${COLUMNS} from events where slug = :wanted or name = :wanted
     order by (slug = :wanted) desc limit 2`,
    { wanted: slugOrName },
  );
  const [first, second] = rows;
  if (first === undefined) return undefined;
  if (first.slug !== slugOrName && second !== undefined) {
    throw new FocusError('input', 'event.ambiguous', `Several events are called "${slugOrName}"`, {
      hint: 'Name the event by its slug; `focusracer event list` shows them.',
    });
  }
  return toEvent(first);
}

export async function getEvent(db: Db, slugOrName: string): Promise<RaceEvent> {
  const event = await findEvent(db, slugOrName);
  if (event === undefined) {
    throw new FocusError('not-found', 'event.unknown', `There is no event "${slugOrName}"`, {
      hint: '`focusracer event list` shows the events there are.',
    });
  }
  return event;
}

export async function listEvents(db: Db): Promise<RaceEvent[]> {
  const rows = await query<EventRow>(
    db,
    `select ${COLUMNS} from events order by starts_on desc nulls last, created_at desc, id`,
  );
  return rows.map(toEvent);
}

/** Creates the event under the first free slug: `name`, `name-2`, `name-3` ... */
export async function createEvent(
  db: Db,
  details: EventDetails & {
    readonly name: string;
    readonly timeZone: string;
    /** Said, unless told otherwise. */
    readonly timeZoneSource?: TimeZoneSource;
    /** Made of the name where none is given. */
    readonly slug?: string;
  },
): Promise<RaceEvent> {
  const base = details.slug ?? slugOf(details.name);
  for (let attempt = 1; ; attempt += 1) {
    const rows = await query<EventRow>(
      db,
      `insert into events (slug, name, starts_on, place, sport, time_zone, time_zone_source, faces, bib_pattern)
       values (:slug, :name, :date, :place, :sport, :timeZone, :timeZoneSource, :faces, :bibPattern)
       on conflict (slug) do nothing
       returning ${COLUMNS}`,
      {
        slug: attempt === 1 ? base : `${base}-${attempt}`,
        name: details.name,
        date: details.date ?? null,
        place: details.place ?? null,
        sport: details.sport ?? null,
        timeZone: details.timeZone,
        timeZoneSource: details.timeZoneSource ?? 'said',
        faces: details.faces ?? 'index',
        bibPattern: details.bibPattern ?? null,
      },
    );
    const [created] = rows;
    if (created !== undefined) return toEvent(created);
  }
}

/** Sets what is given and leaves the rest. */
export async function updateEvent(
  db: Db,
  id: EventId,
  details: EventDetails & { readonly state?: EventState },
): Promise<RaceEvent> {
  const rows = await query<EventRow>(
    db,
    `update events set
       name = coalesce(:name, name), starts_on = coalesce(:date, starts_on),
       place = coalesce(:place, place), sport = coalesce(:sport, sport),
       time_zone = coalesce(:timeZone, time_zone),
       time_zone_source = case when :timeZone::text is null then time_zone_source else 'said' end,
       faces = coalesce(:faces, faces),
       state = coalesce(:state, state), bib_pattern = coalesce(:bibPattern, bib_pattern)
     where id = :id returning ${COLUMNS}`,
    {
      id,
      name: details.name ?? null,
      date: details.date ?? null,
      place: details.place ?? null,
      sport: details.sport ?? null,
      timeZone: details.timeZone ?? null,
      faces: details.faces ?? null,
      state: details.state ?? null,
      bibPattern: details.bibPattern ?? null,
    },
  );
  const [updated] = rows;
  if (updated === undefined) {
    throw new FocusError('not-found', 'event.unknown', 'The event was deleted meanwhile');
  }
  return toEvent(updated);
}

/** True for the one caller that has to show the faces notice. */
export async function markFacesNoticed(db: Db, id: EventId): Promise<boolean> {
  const rows = await query<{ id: string }>(
    db,
    'update events set faces_noticed_at = now() where id = :id and faces_noticed_at is null returning id',
    { id },
  );
  return rows.length === 1;
}

export async function deleteEventRows(db: Db, id: EventId): Promise<void> {
  await query(db, 'delete from events where id = :id', { id });
}
