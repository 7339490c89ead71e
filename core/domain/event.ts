import type { FacesMode } from './face.js';
import type { EventId } from './ids.js';

/** `said` by a person, or else taken from the machine on which the event was made. */
export type TimeZoneSource = 'said' | 'machine';

export type EventState = 'draft' | 'published' | 'archived';

export interface RaceEvent {
  readonly id: EventId;
  readonly slug: string;
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
  readonly place: string | undefined;
  readonly sport: string | undefined;
  /** IANA name, such as `Europe/Paris`. */
  readonly timeZone: string;
  readonly timeZoneSource: TimeZoneSource;
  readonly state: EventState;
  readonly faces: FacesMode;
  readonly facesNoticedAt: Date | undefined;
  /** Regular expression for a whole bib, where the event has its own kind. */
  readonly bibPattern: string | undefined;
}

/** What a person may say about an event. */
export interface EventDetails {
  readonly name?: string | undefined;
  readonly date?: string | undefined;
  readonly place?: string | undefined;
  readonly sport?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly faces?: FacesMode | undefined;
  readonly bibPattern?: string | undefined;
}

/** "Foulées d'Été 2026" -> "foulees-d-ete-2026"; never empty, at most 60 characters. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'event' : slug;
}
