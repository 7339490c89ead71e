import type { TimeDoubt } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Format } from '../terminal/format.js';

/** Why times may be wrong, and what to do about it. */
export function timeDoubtText(
  doubt: TimeDoubt,
  slug: string,
  { times: words }: Messages,
  { amount }: Format,
): string {
  switch (doubt.code) {
    case 'time.zone-guessed':
      return isUtc(doubt.timeZone) ? words.guessedUtc(slug) : words.guessed(doubt.timeZone, slug);
    case 'time.other-offset':
      return words.otherOffset(
        amount(doubt.photos),
        utcOffset(doubt.offsetMinutes),
        doubt.timeZone,
        slug,
      );
    case 'time.far-from-date': {
      const { camera = words.unknownCamera, file = '?', day } = doubt;
      return words.far(amount(doubt.photos), { camera, file, day }, doubt.date);
    }
  }
}

/** Servers and containers have it where nobody set a zone. */
function isUtc(timeZone: string): boolean {
  return /^(?:Etc\/)?(?:UTC|UCT|GMT|Universal|Zulu)$/i.test(timeZone);
}

/** "UTC+02:00". */
function utcOffset(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return `UTC${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
}
