import { FocusError } from '../errors.js';

const LONGEST = 60;

/** Where on the course photos were taken, in one line: "Finish line". FocusError `input` where that says nothing or too much. */
export function readSpot(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const spot = typed
    .normalize('NFC')
    .trim()
    .replace(/[\s\p{Cc}]+/gu, ' ');
  if (spot !== '' && spot.length <= LONGEST) return spot;
  throw new FocusError('input', 'spot.unreadable', 'That is no name of a spot on the course', {
    hint: `Give up to ${LONGEST} characters, such as --spot "Finish line".`,
  });
}
