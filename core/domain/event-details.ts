import { FocusError } from '../errors.js';
import type { EventDetails } from './event.js';

/** Throws FocusError `input` where a person gave something that no event can have. */
export function checkEventDetails(details: EventDetails): void {
  if (details.name?.trim() === '') {
    throw new FocusError('input', 'event.no-name', 'The name of an event cannot be empty', {
      hint: 'Name it: --name "10 km de Nice"',
    });
  }
  if (details.date !== undefined && !isCalendarDate(details.date)) {
    throw new FocusError('input', 'event.bad-date', `"${details.date}" is not a date`, {
      hint: 'Write the day as YYYY-MM-DD: --date 2026-05-17',
    });
  }
  if (details.timeZone !== undefined && !isTimeZone(details.timeZone)) {
    throw new FocusError(
      'input',
      'event.bad-time-zone',
      `"${details.timeZone}" is not a time zone`,
      {
        hint: 'Use a name such as Europe/Paris',
      },
    );
  }
  if (details.bibPattern !== undefined && !isPattern(details.bibPattern)) {
    throw new FocusError(
      'input',
      'event.bad-bib-pattern',
      `"${details.bibPattern}" is not a regular expression`,
      {
        hint: 'For one letter and three digits: --bib-pattern "[A-Z]\\d{3}"',
      },
    );
  }
}

/** The pattern has to match the whole bib. */
export function bibPatternOf(source: string): RegExp {
  return new RegExp(`^(?:${source})$`, 'u');
}

function isPattern(source: string): boolean {
  try {
    bibPatternOf(source);
    return true;
  } catch {
    return false;
  }
}

function isCalendarDate(text: string): boolean {
  // Between the years 1 before and 1 after Christ there is none.
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
