import type { CartRefusal, ShownCart } from '../../core/index.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import type { CartLine } from '../session-data.js';
import { formatCount } from './money.js';
import { hintModel, priceModel, type PriceModel } from './price.js';

export interface CartOptions {
  readonly slug: string;
  readonly cart: readonly CartLine[];
  readonly shown: ShownCart;
  readonly isFull: boolean;
  readonly words: Words;
  readonly language: Language;
}

/** The page of a cart of thousands stays light; all of them are in the price. */
const PHOTOS_SHOWN = 100;

export function cartModel({ slug, cart, shown, isFull, words, language }: CartOptions) {
  const base = `/events/${encodeURIComponent(slug)}`;
  const price: PriceModel | undefined =
    shown.kind === 'priced' ? priceModel({ cart: shown, words, language }) : undefined;
  const { hint } = shown.kind === 'priced' ? shown.quote : { hint: undefined };
  const refusals = shown.kind === 'refused' ? shown.refusals : [];
  return {
    eventName: shown.kind === 'not-on-sale' ? undefined : shown.event.name,
    eventUrl: base,
    cartUrl: `${base}/cart`,
    checkoutUrl: `${base}/checkout`,
    isEmpty: cart.length === 0,
    isOnSale: shown.kind !== 'not-on-sale',
    count: words.cart.photoCount(cart.length),
    tooMany: isFull ? words.cart.tooMany(formatCount(cart.length, language)) : undefined,
    photos: cart
      .slice(0, PHOTOS_SHOWN)
      .map((line, index) => photoModel(line, index, refusals, words)),
    more: cart.length > PHOTOS_SHOWN ? words.cart.andMore(cart.length - PHOTOS_SHOWN) : undefined,
    hasRefusals: refusals.length > 0,
    price,
    hint:
      shown.kind === 'priced' && hint !== undefined && cart.length > 0
        ? hintModel(hint, { cart: shown, words, language })
        : undefined,
    code: codeModel(shown, words),
  };
}

function photoModel(
  { photoId, size }: CartLine,
  index: number,
  refusals: readonly CartRefusal[],
  words: Words,
) {
  const refusal = refusals.find((one) => one.photoId === photoId);
  return {
    photoId,
    thumbnailUrl: `/images/thumbnail/${photoId}.jpg`,
    alt: words.cart.photoAlt(index + 1),
    size: words.cart.sizes[size],
    toggle: words.cart.toggles[size === 'hd' ? 'web' : 'hd'],
    removeLabel: words.cart.removePhoto(index + 1),
    problem: refusal === undefined ? undefined : words.cart.refusals[refusal.reason],
  };
}

function codeModel(shown: ShownCart, words: Words) {
  if (shown.kind !== 'priced' || shown.code.kind === 'none')
    return { accepted: undefined, typed: '', problem: undefined };
  const { code } = shown;
  return code.kind === 'accepted'
    ? { accepted: code.discount.code, typed: code.discount.code, problem: undefined }
    : {
        accepted: undefined,
        typed: code.code,
        problem: words.cart.codeProblems[code.kind](code.code),
      };
}
