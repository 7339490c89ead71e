import { MOST_LISTED, type EventFigures } from '../../db/queries/gallery-figures.js';
import { foldText } from '../../domain/entry-text.js';
import type { PublicEvent } from '../../domain/gallery.js';
import type { Bib } from '../../domain/ids.js';
import { isTypedName, readTypedBib } from '../../domain/typed-bib.js';
import { instantOf, wallClockOf } from '../../domain/zoned-time.js';

/** A visitor's search as it stands in the address: nothing in it is trusted. */
export interface GalleryQuery {
  /** A bib or a name. */
  readonly q?: string | undefined;
  /** Day in the event's zone, `YYYY-MM-DD`; the event's own day unless given. */
  readonly day?: string | undefined;
  /** `HH:MM` in the event's zone. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Key of a camera. */
  readonly photographer?: string | undefined;
  /** Where on the course, as the ingest said. */
  readonly spot?: string | undefined;
}

/** Whose photos are looked for. */
export type Wanted =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'bib'; readonly bib: Bib }
  | {
      readonly kind: 'name';
      readonly text: string;
      readonly words: readonly string[];
      /** False where signs stand in it that no name has. */
      readonly isPlain: boolean;
    }
  /** Neither a bib nor a name: nothing but signs. */
  | { readonly kind: 'nonsense'; readonly text: string };

/** What narrows a search. */
export type FilterName = 'day' | 'from' | 'until' | 'photographer' | 'spot';

export interface GallerySearch {
  readonly wanted: Wanted;
  readonly from: Date | undefined;
  readonly until: Date | undefined;
  readonly cameraKey: string | undefined;
  readonly spot: string | undefined;
  /** Filters whose value is none that the event has: what nobody asked for is not shown in their stead. */
  readonly unknown: readonly FilterName[];
}

/** Longer than any name on a start list. */
const LONGEST_TEXT = 80;
const MOST_WORDS = 6;

/** With a digit it is a bib, without one a name: "1234", "n° 1234", "A12", "dupont". */
function readWanted(text: string): Wanted {
  const trimmed = text.trim().slice(0, LONGEST_TEXT);
  if (trimmed === '') return { kind: 'everybody' };
  const bib = readTypedBib(trimmed);
  if (bib !== undefined) return { kind: 'bib', bib };
  const words = foldText(trimmed)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
  return words.length === 0
    ? { kind: 'nonsense', text: trimmed }
    : { kind: 'name', text: trimmed, words, isPlain: isTypedName(trimmed) };
}

/**
 * What the address asks for. A span that ends before it begins ends on the next day. The minute of
 * the end belongs to it. An event without a date is taken to be on the day of its first photo.
 */
export function readSearch(
  query: GalleryQuery,
  event: Pick<PublicEvent, 'date' | 'timeZone'>,
  figures: EventFigures,
): GallerySearch {
  const unknown = unknownFilters(query, event, figures);
  const isKnown = (name: FilterName) => query[name] !== undefined && !unknown.includes(name);
  const firstDay = figures.firstTaken && wallClockOf(figures.firstTaken, event.timeZone).day;
  const givenDay = isKnown('day');
  const day = givenDay ? query.day : (event.date ?? firstDay);
  const at = (time: string | undefined) =>
    day === undefined || time === undefined ? undefined : instantOf(day, time, event.timeZone);
  const from = at(query.from) ?? (givenDay ? at('00:00') : undefined);
  const end = at(query.until) ?? (givenDay ? at('23:59') : undefined);
  const isOvernight = from !== undefined && end !== undefined && end < from;
  return {
    wanted: readWanted(query.q ?? ''),
    from,
    until: end && new Date(end.getTime() + MINUTE + (isOvernight ? DAY : 0)),
    cameraKey: isKnown('photographer') ? storable(query.photographer) : undefined,
    spot: isKnown('spot') ? storable(query.spot) : undefined,
    unknown,
  };
}

/** What the database would refuse is on no course. */
function storable(text: string | undefined): string | undefined {
  return text?.replaceAll('\0', '').slice(0, LONGEST_TEXT);
}

const MINUTE = 60_000;
const DAY = 86_400_000;

function unknownFilters(
  { day, from, until, photographer, spot }: GalleryQuery,
  event: Pick<PublicEvent, 'date' | 'timeZone'>,
  figures: EventFigures,
): FilterName[] {
  const known: Readonly<Record<FilterName, boolean>> = {
    day: day === undefined || isDayOf(day, event, figures),
    from: from === undefined || isTime(from),
    until: until === undefined || isTime(until),
    photographer:
      photographer === undefined ||
      isOne(figures.photographers, ({ cameraKey }) => cameraKey === photographer),
    spot: spot === undefined || isOne(figures.spots, (one) => one.spot === spot),
  };
  return FILTERS.filter((name) => !known[name]);
}

const FILTERS: readonly FilterName[] = ['day', 'from', 'until', 'photographer', 'spot'];

/** Of a list that was cut short nobody knows what else would be in it: the photos tell. */
function isOne<T>(list: readonly T[], is: (one: T) => boolean): boolean {
  return list.length >= MOST_LISTED || list.some(is);
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** The event's own day, or one from that of its first to that of its last photo. */
function isDayOf(
  day: string,
  { date, timeZone }: Pick<PublicEvent, 'date' | 'timeZone'>,
  { firstTaken, lastTaken }: EventFigures,
): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  if (day === date) return true;
  if (firstTaken === undefined || lastTaken === undefined) return false;
  return (
    wallClockOf(firstTaken, timeZone).day <= day && day <= wallClockOf(lastTaken, timeZone).day
  );
}
