import { dateFormat, wallClockOf } from '../../core/index.js';
import type { Language } from '../messages/language.js';

const LOCALES = { en: 'en-GB', fr: 'fr-FR' } as const satisfies Record<Language, string>;

/** What a `<time>` shows, and what it says to machines. */
export interface Moment {
  readonly text: string;
  readonly machine: string;
}

/** "Sunday 17 May 2026". */
export function dayModel(day: string, language: Language): Moment {
  const text = dateFormat(LOCALES[language], { dateStyle: 'full', timeZone: 'UTC' });
  return { text: text.format(new Date(`${day}T00:00:00Z`)), machine: day };
}

/** "10:42:07", as clocks at the event showed. */
export function clockModel(instant: Date, timeZone: string, language: Language): Moment {
  const text = dateFormat(LOCALES[language], { timeStyle: 'medium', timeZone });
  return { text: text.format(instant), machine: instant.toISOString() };
}

/** "17 May 2026, 10:42". */
export function dayAndClockModel(instant: Date, timeZone: string, language: Language): Moment {
  const format = dateFormat(LOCALES[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  });
  return { text: format.format(instant), machine: instant.toISOString() };
}

/** The days from the first photo to the last in the event's zone; none where there is but one. */
export function daysBetween(
  first: Date | undefined,
  last: Date | undefined,
  timeZone: string,
): string[] {
  if (first === undefined || last === undefined) return [];
  const end = wallClockOf(last, timeZone).day;
  const days = [wallClockOf(first, timeZone).day];
  // A wrong clock can put years between two photos: nobody chooses from a thousand days.
  for (let day = days[0]; day !== undefined && day < end && days.length < 14;) {
    day = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    days.push(day);
  }
  return days.length === 1 ? [] : days;
}
