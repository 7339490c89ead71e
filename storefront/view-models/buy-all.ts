import type { AllPhotos } from '../../core/index.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import { formatMoney } from './money.js';
import { CURRENCY } from './offer.js';

/** The button that takes all of some photos to the checkout: how many, and what they cost. */
export function buyAllModel(
  { photos, size, price, isBesides, serviceFee }: AllPhotos,
  words: Words,
  language: Language,
) {
  const money = (cents: number) => formatMoney(cents, CURRENCY, language);
  const label = () => {
    if (price === undefined) return words.gallery.buyAll(photos, undefined);
    if (price === 0) return words.gallery.buyAllFree(photos);
    return isBesides
      ? words.gallery.buyAllBesides(photos, money(price))
      : words.gallery.buyAll(photos, money(price));
  };
  return {
    size,
    label: label(),
    feeNote:
      price === undefined || price === 0 || isBesides
        ? undefined
        : words.photo.feeNote(money(serviceFee)),
  };
}
