import { foldText } from '../../domain/entry-text.js';
import type { PublicEvent } from '../../domain/gallery.js';
import type { Bib } from '../../domain/ids.js';
import { readTypedBib } from '../../domain/typed-bib.js';
import { instantOf } from '../../domain/zoned-time.js';

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
  | { readonly kind: 'name'; readonly text: string; readonly words: readonly string[] }
  /** Neither a bib nor a name: nothing but signs. */
  | { readonly kind: 'nonsense'; readonly text: string };

export interface GallerySearch {
  readonly wanted: Wanted;
  readonly from: Date | undefined;
  readonly until: Date | undefined;
  readonly cameraKey: string | undefined;
  readonly spot: string | undefined;
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
    : { kind: 'name', text: trimmed, words };
}

/**
 * What the address asks for. Times that are none are left out; a span that ends before it begins
 * ends on the next day. The minute of the end belongs to it.
 *
 * @param firstDay day of the event's first photo, for an event without a date
 */
export function readSearch(
  query: GalleryQuery,
  event: Pick<PublicEvent, 'date' | 'timeZone'>,
  firstDay: string | undefined,
): GallerySearch {
  const day = isDay(query.day) ? query.day : (event.date ?? firstDay);
  const at = (time: string | undefined) =>
    day === undefined || time === undefined ? undefined : instantOf(day, time, event.timeZone);
  const givenDay = isDay(query.day);
  const from = at(query.from) ?? (givenDay ? at('00:00') : undefined);
  const end = at(query.until) ?? (givenDay ? at('23:59') : undefined);
  const isOvernight = from !== undefined && end !== undefined && end < from;
  return {
    wanted: readWanted(query.q ?? ''),
    from,
    until: end && new Date(end.getTime() + MINUTE + (isOvernight ? DAY : 0)),
    cameraKey: /^[0-9a-f]{8}$/.test(query.photographer ?? '') ? query.photographer : undefined,
    // What the database would refuse is on no course.
    spot: query.spot?.replaceAll('\0', '').slice(0, LONGEST_TEXT),
  };
}

const MINUTE = 60_000;
const DAY = 86_400_000;

function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
}
