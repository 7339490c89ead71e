import {
  fitInside,
  hasEnded,
  splitVat,
  WEB_SIZE,
  type LinkEnd,
  type OrderState,
  type Purchase,
  type PurchasedPhoto,
} from '../../core/index.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import { formatBytes } from './bytes.js';
import { formatMoment } from './moment.js';
import { formatMoney } from './money.js';
import { priceLines, vatLine } from './price.js';
import { sizesOf } from './sizes.js';

export interface OrderOptions {
  readonly purchase: Purchase;
  readonly token: string;
  readonly now: Date;
  /** True where it was paid while the buyer ordered again: there is no second one. */
  readonly isKept: boolean;
  /** What became of the buyer's wish for a new link. */
  readonly renewal: 'mailed' | 'too-often' | undefined;
  readonly words: Words;
  readonly language: Language;
}

const TONES = {
  open: 'warn',
  processing: 'warn',
  paid: 'good',
  failed: 'bad',
  expired: 'bad',
  'partly-refunded': 'good',
  refunded: 'warn',
  disputed: 'bad',
} as const satisfies Record<OrderState, string>;

export function orderModel(options: OrderOptions) {
  const { purchase, token, now, renewal, words, language } = options;
  const { order, downloadsUntil, photos, documents } = purchase;
  const { state } = order;
  const url = `/orders/${token}`;
  const money = (amount: number): string => formatMoney(amount, order.currency, language);
  const moment = (at: Date): string => formatMoment(at, order.timeZone, language);
  const isDelivered = state === 'paid' || state === 'partly-refunded';
  const isOpen = isDelivered && downloadsUntil !== undefined && !hasEnded(downloadsUntil, now);
  const here = photos.filter(({ standing }) => standing === 'here');
  return {
    url,
    state,
    kept: options.isKept ? words.order.kept : undefined,
    number: order.number,
    eventName: order.eventName,
    eventUrl: `/events/${encodeURIComponent(order.eventSlug)}`,
    placedAt: words.order.placedAt(moment(order.placedAt)),
    tone: TONES[state],
    ...(order.voucher === undefined
      ? words.order.states[state]
      : voucherText(order, words, moment)),
    voucher: voucherLink(order, words),
    mismatch: order.problems.includes('payment-mismatch') ? words.order.mismatch : undefined,
    canPay: state === 'open' || state === 'failed',
    payLabel: words.order.pay,
    isLapsed: state === 'expired',
    /** The page asks again by itself: money is on its way. */
    isWaiting: state === 'open' || state === 'processing',
    downloads: isDelivered
      ? {
          isOpen,
          note: isOpen ? endNote(downloadsUntil, moment, words) : words.order.ended,
          zipUrl: isOpen && here.length > 1 ? `${url}/zip` : undefined,
          zipLabel: words.order.downloadAll(formatBytes(sumOfBytes(here), language)),
          renewed:
            renewal === undefined
              ? undefined
              : renewal === 'mailed'
                ? words.order.renewed
                : words.order.renewTooOften,
        }
      : undefined,
    photos: photos.map((photo) => photoModel(photo, url, isOpen, words, money)),
    lines: priceLines(order.lines, order.currency, words, language),
    discount:
      order.discount === 0
        ? undefined
        : {
            label: words.cart.discount(order.discountCode ?? ''),
            amount: money(0 - order.discount),
          },
    serviceFee: order.serviceFee === 0 ? undefined : money(order.serviceFee),
    total: money(order.total),
    vat: order.total === 0 ? undefined : vatOf(order, words, language),
    refunded: order.refunded === 0 ? undefined : money(0 - order.refunded),
    documents: documents.map(({ kind, number }) => ({
      url: `${url}/documents/${encodeURIComponent(number)}.pdf`,
      label: words.order.documentLink(words.order.documents[kind], number),
    })),
    withdrawalUrl: `/withdrawal?order=${encodeURIComponent(order.number)}`,
  };
}

function endNote(end: LinkEnd, moment: (at: Date) => string, words: Words): string {
  return end === 'for-good' ? words.order.forGood : words.order.until(moment(end));
}

/** Where the buyer pays elsewhere, the page says so and until when. */
function voucherText(
  { voucher }: Pick<OrderOptions['purchase']['order'], 'voucher'>,
  words: Words,
  moment: (at: Date) => string,
) {
  const { title, text, until } = words.order.voucher;
  const deadline = voucher?.until;
  const limit = deadline === undefined ? '' : ` ${until(moment(new Date(deadline)))}`;
  return { title, text: `${text}${limit}` };
}

function voucherLink(
  { voucher }: Pick<OrderOptions['purchase']['order'], 'voucher'>,
  words: Words,
) {
  const url = voucher?.url;
  return url === undefined ? undefined : { url, label: words.order.voucher.show };
}

function photoModel(
  photo: PurchasedPhoto,
  url: string,
  isOpen: boolean,
  words: Words,
  money: (amount: number) => string,
) {
  const { photoId, fileName, size, standing, downloads, pixels } = photo;
  const sizes = size === 'hd' && pixels !== undefined ? sizesOf(pixels, false) : [size];
  return {
    fileName,
    alt: words.order.photoAlt(fileName),
    picture:
      standing === 'here' && pixels !== undefined
        ? {
            // Clean and large while the link downloads; after that, as everybody sees it.
            url: `${url}/photos/${photoId}/${isOpen ? 'view' : 'thumbnail'}.jpg`,
            ...fitInside(pixels, WEB_SIZE),
          }
        : undefined,
    /** What a phone is given to keep: the largest. */
    save:
      isOpen && standing === 'here'
        ? {
            url: `${url}/photos/${photoId}?size=${size}`,
            fileName: size === 'hd' ? fileName : `${photoId}.jpg`,
            label: words.order.save,
            description: words.order.savePhoto(fileName),
          }
        : undefined,
    links:
      isOpen && standing === 'here'
        ? sizes.map((one) => ({
            url: `${url}/photos/${photoId}?size=${one}`,
            label: words.order.downloads[one],
            description: words.order.downloadPhoto(fileName, words.order.downloads[one]),
          }))
        : [],
    note: noteOf(photo, words, money),
    downloaded: downloads === 0 ? undefined : words.order.downloaded(downloads),
  };
}

/** What became of a photo that is not here. */
function noteOf(
  { standing, takenDown }: PurchasedPhoto,
  { order }: Words,
  money: (amount: number) => string,
): string | undefined {
  if (standing === 'here') return undefined;
  if (standing !== 'taken-down') return order[standing];
  const { share, isPaidBack } = takenDown ?? { share: 0, isPaidBack: true };
  if (share === 0) return order.takenDown;
  return isPaidBack ? order.takenDownPaid(money(share)) : order.takenDownDue(money(share));
}

function vatOf({ total, vatRate, currency }: Purchase['order'], words: Words, language: Language) {
  const { vat } = splitVat(total, vatRate);
  return vatLine({ rate: vatRate, amount: vat }, currency, words, language);
}

function sumOfBytes(photos: readonly PurchasedPhoto[]): number {
  return photos.reduce((sum, { bytes }) => sum + bytes, 0);
}
