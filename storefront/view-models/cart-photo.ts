import type { ShownCart, SoldLine } from '../../core/index.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import type { CartLine } from '../session-data.js';
import { clockModel } from './event-moment.js';
import { formatMoney } from './money.js';
import { lineName } from './price.js';
import { pixelsIn, pixelsText, sizesOf } from './sizes.js';

/** More would not fit beside the picture. */
const BIBS_SHOWN = 4;

interface CartPhotoOptions {
  readonly shown: ShownCart;
  readonly words: Words;
  readonly language: Language;
}

/** A photo of a cart: who is in it, when it was taken, its size and what pays for it. */
export function cartPhotoModel(
  { photoId, size }: CartLine,
  index: number,
  options: CartPhotoOptions,
) {
  const { shown, words } = options;
  const refusals = shown.kind === 'refused' ? shown.refusals : [];
  const refusal = refusals.find((one) => one.photoId === photoId);
  return {
    photoId,
    thumbnailUrl: `/images/thumbnail/${photoId}.jpg`,
    alt: words.cart.photoAlt(index + 1),
    toggle: words.cart.toggles[size === 'hd' ? 'web' : 'hd'],
    removeLabel: words.cart.removePhoto(index + 1),
    problem: refusal === undefined ? undefined : words.cart.refusals[refusal.reason],
    ...(shown.kind === 'priced' ? pricedModel({ photoId, size }, shown, options) : UNPRICED),
  };
}

const UNPRICED = { title: undefined, taken: undefined, size: undefined, price: undefined };

type PricedCart = Extract<ShownCart, { kind: 'priced' }>;

function pricedModel(
  { photoId, size }: CartLine,
  { photos, lines, event, sponsored, quote }: PricedCart,
  { words, language }: CartPhotoOptions,
) {
  const photo = photos.get(photoId);
  const line = lines.find(({ photoIds }) => photoIds.some((id) => id === photoId));
  if (photo === undefined || line === undefined) return UNPRICED;
  // The pack that pays is one of originals: an original is what the buyer gets.
  const isUpgraded = size === 'web' && line.size === 'hd';
  const isOneSize = sizesOf(photo, sponsored !== undefined).length === 1;
  const delivered = isUpgraded || isOneSize ? 'hd' : size;
  const label = isUpgraded && !isOneSize ? words.cart.upgraded : words.cart.sizes[delivered];
  return {
    title: titleOf(photo.bibs, words),
    taken: photo.capturedAt && clockModel(photo.capturedAt, event.timeZone, language),
    size: label(pixelsText(pixelsIn(delivered, photo), language)),
    price: isPaidAlone(line)
      ? priceText(line.price, quote.currency, words, language)
      : words.cart.inPack(lineName(line, words)),
    ...((isUpgraded || isOneSize) && { toggle: undefined }),
  };
}

function titleOf(bibs: readonly string[], words: Words): string {
  if (bibs.length === 0) return words.cart.photoWithoutBib;
  const more = bibs.length > BIBS_SHOWN ? ` +${bibs.length - BIBS_SHOWN}` : '';
  return words.cart.photoOfBibs(`${bibs.slice(0, BIBS_SHOWN).join(', ')}${more}`, bibs.length);
}

function isPaidAlone({ kind, quantity }: SoldLine): boolean {
  return kind === 'sponsored' || (kind === 'photos' && quantity === 1);
}

function priceText(price: number, currency: string, words: Words, language: Language): string {
  return price === 0 ? words.cart.free : formatMoney(price, currency, language);
}
