import type { CartRefusal, ShownCart } from '../../core/index.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import type { CartLine } from '../session-data.js';
import { cartPhotoModel } from './cart-photo.js';
import { clockModel } from './event-moment.js';
import { formatCount } from './money.js';
import { sponsoredText } from './offer.js';
import { hintModel, priceModel, withheldModel, type PriceModel } from './price.js';

export interface CartOptions {
  readonly slug: string;
  readonly cart: readonly CartLine[];
  readonly shown: ShownCart;
  readonly isFull: boolean;
  /** Photos that were in it and cannot be bought any more. */
  readonly left: readonly CartRefusal[];
  readonly words: Words;
  readonly language: Language;
}

/** The page of a cart of thousands stays light; all of them are in the price. */
const PHOTOS_SHOWN = 100;

export function cartModel(options: CartOptions) {
  const { slug, cart, shown, isFull, words, language } = options;
  const base = `/events/${encodeURIComponent(slug)}`;
  const price: PriceModel | undefined =
    shown.kind === 'priced' ? priceModel({ cart: shown, words, language }) : undefined;
  const { hint } = shown.kind === 'priced' ? shown.quote : { hint: undefined };
  const refusals = shown.kind === 'refused' ? shown.refusals : [];
  return {
    eventName: shown.kind === 'not-on-sale' ? shown.archived?.name : shown.event.name,
    eventUrl: base,
    cartUrl: `${base}/cart`,
    checkoutUrl: `${base}/checkout`,
    isEmpty: cart.length === 0,
    closed:
      shown.kind === 'not-on-sale' && shown.archived !== undefined && cart.length > 0
        ? {
            title: words.cart.closed(shown.archived.name),
            text: words.cart.closedText(cart.length),
          }
        : undefined,
    isOnSale: shown.kind !== 'not-on-sale',
    left: leftModel(options),
    count: words.cart.photoCount(cart.length),
    tooMany: isFull ? words.cart.tooMany(formatCount(cart.length, language)) : undefined,
    photos: cart.slice(0, PHOTOS_SHOWN).map((line, index) => cartPhotoModel(line, index, options)),
    more: cart.length > PHOTOS_SHOWN ? words.cart.andMore(cart.length - PHOTOS_SHOWN) : undefined,
    framed: framedModel(options),
    isProven: shown.kind !== 'priced' || shown.quote.proven,
    hasRefusals: refusals.length > 0,
    price,
    paused: shown.kind === 'priced' && shown.isPaused ? words.cart.paused : undefined,
    withheld: shown.kind === 'priced' ? withheldModel({ cart: shown, words }) : [],
    hint:
      shown.kind === 'priced' && hint !== undefined && cart.length > 0
        ? hintModel(hint, { cart: shown, words, language })
        : undefined,
    code: codeModel(shown, words),
  };
}

const LEFT_SHOWN = 10;

/** Which photos left the cart, and why: told by the time they were taken, for they are not shown any more. */
function leftModel({ left, shown, words, language }: CartOptions) {
  if (left.length === 0 || shown.kind === 'not-on-sale') return undefined;
  const { timeZone } = shown.event;
  return {
    title: words.cart.left(left.length),
    photos: left.slice(0, LEFT_SHOWN).map(({ capturedAt, reason }) => ({
      name: words.cart.leftPhoto(capturedAt && clockModel(capturedAt, timeZone, language).text),
      reason: words.cart.refusals[reason],
    })),
    more: left.length > LEFT_SHOWN ? words.cart.leftMore(left.length - LEFT_SHOWN) : undefined,
  };
}

/** What the sponsor offers, with the photo that takes it, or the first that could. */
function framedModel({ slug, cart, shown, words, language }: CartOptions) {
  if (shown.kind !== 'priced' || shown.sponsored === undefined) return undefined;
  const { sponsored } = shown;
  const example = sponsored.photoId ?? cart[0]?.photoId;
  if (example === undefined) return undefined;
  const text = sponsoredText(sponsored, words, language);
  return {
    url: `/events/${encodeURIComponent(slug)}/photos/${example}/framed.jpg`,
    alt: words.cart.sponsored.alt,
    text: sponsored.photoId === undefined ? text : `${text} ${words.cart.sponsored.taken}`,
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
