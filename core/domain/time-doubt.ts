import type { RaceEvent } from './event.js';

/** Kept photos of one camera that were taken more than a month from the event's date, by its clock. */
export interface FarPhotos {
  readonly photos: number;
  readonly camera: string | undefined;
  /** One of them, by its path in its folder; undefined where no folder names it any more. */
  readonly file: string | undefined;
  /** When that one was taken, by the event's clocks: `YYYY-MM-DD`. */
  readonly day: string;
}

/** Why the times of an event's photos may be wrong; to be told, and mended by `event edit`. */
export type TimeDoubt =
  /** Nobody said the time zone: it is this machine's. */
  | { readonly code: 'time.zone-guessed'; readonly timeZone: string }
  /** And the cameras that know theirs are in another one. */
  | {
      readonly code: 'time.other-offset';
      readonly timeZone: string;
      readonly photos: number;
      readonly offsetMinutes: number;
    }
  /** A camera's clock, or the event's date, is wrong. */
  | ({ readonly code: 'time.far-from-date'; readonly date: string } & FarPhotos);

export function doubtZone({
  timeZone,
  timeZoneSource,
}: Pick<RaceEvent, 'timeZone' | 'timeZoneSource'>): TimeDoubt[] {
  return timeZoneSource === 'machine' ? [{ code: 'time.zone-guessed', timeZone }] : [];
}

/** A race of several days, its training and its prize giving lie within. */
const DAYS_AROUND = 31;

/** @param date `YYYY-MM-DD` */
export function monthAround(date: string): { readonly from: Date; readonly until: Date } {
  const day = Date.parse(`${date}T00:00:00Z`);
  const around = DAYS_AROUND * 86_400_000;
  return { from: new Date(day - around), until: new Date(day + around) };
}

/** What a program reads beside the code. */
export function describeDoubt(doubt: TimeDoubt): string {
  switch (doubt.code) {
    case 'time.zone-guessed':
      return `Nobody said the time zone: times are read as ${doubt.timeZone}, the machine's.`;
    case 'time.other-offset':
      return `${doubt.photos} photos record an offset of ${doubt.offsetMinutes} minutes, which ${doubt.timeZone} has not.`;
    case 'time.far-from-date':
      return `${doubt.photos} photos of one camera lie more than a month from ${doubt.date}.`;
  }
}
