import { SERVICE_FEE, type PhotoOffer } from '../../core/index.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import { formatMoney } from './money.js';

export const CURRENCY = 'EUR';

/** What the viewer says of prices. */
export function offerModel(offer: PhotoOffer, words: Words, language: Language) {
  const money = (cents: number): string => formatMoney(cents, CURRENCY, language);
  const { prices, bestPack, allOfMine, sponsored } = offer;
  const priceOf = (cents: number | undefined) => (cents === undefined ? undefined : money(cents));
  const lowest = Math.min(prices.hd ?? Infinity, prices.web ?? Infinity);
  return {
    from: Number.isFinite(lowest) ? words.photo.from(money(lowest)) : undefined,
    prices: { hd: priceOf(prices.hd), web: priceOf(prices.web) },
    pack:
      bestPack &&
      words.photo.packHint(
        bestPack.quantity,
        words.cart.lineSizes[bestPack.size],
        money(bestPack.price),
        money(bestPack.price / bestPack.quantity),
      ),
    allOfMine:
      allOfMine &&
      words.photo.allHint(words.cart.lineSizes[allOfMine.size], money(allOfMine.price)),
    fee: words.photo.feeNote(money(SERVICE_FEE)),
    sponsored: sponsored && sponsoredText(sponsored, words, language),
  };
}

/** "One photo of web size is free, in the frame of City Sports." */
export function sponsoredText(
  { sponsor, price }: NonNullable<PhotoOffer['sponsored']>,
  words: Words,
  language: Language,
): string {
  return price === 0
    ? words.cart.sponsored.free(sponsor)
    : words.cart.sponsored.priced(sponsor, formatMoney(price, CURRENCY, language));
}
