import { FocusError } from '../errors.js';
import { LEAST_DOWNLOAD_HOURS } from './download.js';

/** Ten years: longer is for good. */
const MOST_HOURS = 10 * 365 * 24;

/** "72h", "30d" or "for-good", in hours. FocusError `input` `publish.bad-downloads`. */
export function readDownloadTime(typed: string): number | 'for-good' {
  const text = typed.trim().toLowerCase();
  if (text === 'for-good') return text;
  const [, digits, unit] = /^(\d{1,6})([hd])$/.exec(text) ?? [];
  const hours = Number(digits) * (unit === 'd' ? 24 : 1);
  if (hours >= LEAST_DOWNLOAD_HOURS && hours <= MOST_HOURS) return hours;
  throw new FocusError(
    'input',
    'publish.bad-downloads',
    `"${typed}" is no time for which links can download`,
    { hint: 'Write hours or days, 72h at the least, such as 30d; or for-good.' },
  );
}
