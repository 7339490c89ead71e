import type { SellingPause } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import { utcTime } from './utc-time.js';

/** Why nothing is sold, and what to do; nothing where the shop sells. */
export function sellingLines(
  pause: SellingPause | undefined,
  { selling: words }: Messages,
): string[] {
  if (pause === undefined) return [];
  return [`! ${words.paused(utcTime(pause.since), pause.reason)}`, `  ${words.pausedNext}`];
}
