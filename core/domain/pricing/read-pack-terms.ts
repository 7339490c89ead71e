import { FocusError } from '../../errors.js';
import type { Pack, PhotoSize } from '../pack.js';
import { chooseLimits, NO_LIMITS, type WantedLimits } from '../use-limits.js';
import { instantOf } from '../zoned-time.js';
import { readPrice } from './read-price.js';
import type { PackTerms } from './usual-packs.js';

/** A pack in a seller's words. */
export interface PackRequest extends WantedLimits {
  /** A number of photos, `all-of-mine` or `sponsored`. */
  readonly content: string;
  /** 25, 25.00 or 25,00. */
  readonly price: string;
  /** Originals unless given; a sponsored photo is of web size. */
  readonly size?: PhotoSize | undefined;
  /** First and last day of an early-bird pack, `YYYY-MM-DD`, both included; in the event's zone. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const MOST_PHOTOS = 10_000;

/** FocusError `input` where a pack cannot be like that. */
export function readPackTerms(request: PackRequest, timeZone: string): PackTerms {
  const availableFrom = readDay(request.from, timeZone);
  const availableUntil = readDay(request.until, timeZone, 1);
  if (
    availableFrom !== undefined &&
    availableUntil !== undefined &&
    availableUntil <= availableFrom
  ) {
    throw new FocusError('input', 'pack.bad-dates', 'The pack ends before it begins', {
      hint: 'The first day is --from, the last one --until.',
    });
  }
  const content = readContent(request.content);
  return {
    ...content,
    size: sizeOf(request),
    price: readPrice(request.price),
    availableFrom,
    availableUntil,
    limits: chooseLimits(request, content.kind === 'sponsored' ? ONE_A_RUNNER : NO_LIMITS),
  };
}

/** What a sponsor offers: a photo to each runner, and none to whoever comes back for another. */
const ONE_A_RUNNER = { ...NO_LIMITS, perPerson: 1, perBib: 1 };

function sizeOf({ content, size }: PackRequest): PhotoSize {
  if (content !== 'sponsored') return size ?? 'hd';
  if (size !== 'hd') return 'web';
  throw new FocusError('input', 'pack.framed-original', 'No frame is drawn on an original', {
    hint: 'A sponsored photo is of web size: leave --size out.',
  });
}

function readContent(content: string): Pick<Pack, 'kind' | 'quantity'> {
  if (content === 'all-of-mine' || content === 'sponsored')
    return { kind: content, quantity: undefined };
  const quantity = Number(content);
  if (/^\d+$/.test(content) && quantity >= 1 && quantity <= MOST_PHOTOS)
    return { kind: 'photos', quantity };
  throw new FocusError('input', 'pack.bad-content', `"${content}" is not what a pack can hold`, {
    hint: 'Give a number of photos such as 5, or all-of-mine, or sponsored.',
  });
}

/** The start of a day in the zone, or of the one after it. FocusError `input` where that is no day. */
export function readDay(
  day: string | undefined,
  timeZone: string,
  daysLater: 0 | 1 = 0,
): Date | undefined {
  if (day === undefined) return undefined;
  const shifted = new Date(`${day}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(shifted.getTime());
  if (isDay && shifted.toISOString().startsWith(day)) {
    shifted.setUTCDate(shifted.getUTCDate() + daysLater);
    const instant = instantOf(shifted.toISOString().slice(0, 10), '00:00', timeZone);
    if (instant !== undefined) return instant;
  }
  throw new FocusError('input', 'pack.bad-day', `"${day}" is not a day`, {
    hint: 'Write it as YYYY-MM-DD, such as 2026-05-17.',
  });
}
