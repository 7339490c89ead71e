import type { Shop } from '../../core/index.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import { formatMoment } from './moment.js';
import { formatMoney } from './money.js';

export interface AccountOptions {
  readonly email: string;
  readonly purchases: Awaited<ReturnType<Shop['accounts']['listPurchases']>>;
  /** An order was opened too often just now. */
  readonly isTooOften: boolean;
  readonly words: Words;
  readonly language: Language;
}

/** What was bought with one address, the latest first. */
export function accountModel({ email, purchases, isTooOften, words, language }: AccountOptions) {
  return {
    of: words.account.of(email),
    problem: isTooOften ? words.account.tooOften : undefined,
    purchases: purchases.map(
      ({ number, eventName, timeZone, placedAt, state, photos, total, currency }) => ({
        number,
        eventName,
        placedAt: words.order.placedAt(formatMoment(placedAt, timeZone, language)),
        state: words.order.states[state].title,
        photos: words.account.photos(photos),
        total: formatMoney(total, currency, language),
        openLabel: words.account.openLabel(number),
      }),
    ),
  };
}
