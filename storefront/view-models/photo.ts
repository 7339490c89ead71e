import {
  fitInside,
  isLargerThanWeb,
  numberFormat,
  type GalleryPhoto,
  type GalleryQuery,
  type ShownPhoto,
} from '../../core/index.js';
import { galleryQueryString } from '../gallery-query.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import { clockModel, dayAndClockModel } from './event-moment.js';
import { formatCount, formatMoney } from './money.js';
import { CURRENCY, offerModel } from './offer.js';
import { stripModel, walkText } from './photo-strip.js';
import { PREVIEW_SIZE } from './photo-tile.js';
import type { TakeDownFormModel } from './take-down.js';
import { pixelsIn, sizeNote, sizesOf } from './sizes.js';

export interface PhotoOptions {
  readonly shown: ShownPhoto;
  readonly query: GalleryQuery;
  readonly isFavourite: boolean;
  /** In which size it is in the cart. */
  readonly cartSize: 'hd' | 'web' | undefined;
  readonly publicUrl: string;
  readonly takeDown: TakeDownFormModel;
  /** What became of a form that was sent. */
  readonly notice: string | undefined;
  readonly words: Words;
  readonly language: Language;
}

export function photoModel(options: PhotoOptions) {
  const { shown, query, isFavourite, cartSize, publicUrl, notice, words, language } = options;
  const { event, photo, bibs } = shown;
  const base = `/events/${event.slug}`;
  const self = `${base}/photos/${photo.id}`;
  const queryString = galleryQueryString(query);
  const beside = (one: GalleryPhoto | undefined) => one && `${base}/photos/${one.id}${queryString}`;
  const offer = offerModel(shown.offer, words, language);
  const clock = photo.capturedAt && clockModel(photo.capturedAt, event.timeZone, language);
  const alt = altOf(shown, words);
  return {
    photoId: photo.id,
    title: clock === undefined ? words.photo.titleUntimed : words.photo.title(clock.text),
    eventName: event.name,
    backUrl: `${base}${queryString}`,
    previewUrl: `/images/preview/${photo.id}.jpg`,
    ...fitInside(photo, PREVIEW_SIZE),
    isPortrait: photo.height > photo.width,
    alt,
    announcement: clock === undefined ? alt : words.gallery.altTime(alt, clock.text),
    previous: beside(shown.around.before.at(-1)),
    next: beside(shown.around.after[0]),
    walk: walkText(shown),
    strip: stripModel(options),
    taken: photo.capturedAt && dayAndClockModel(photo.capturedAt, event.timeZone, language),
    original: words.photo.originalSize(
      formatCount(photo.width, language),
      formatCount(photo.height, language),
      numberFormat(language, { maximumFractionDigits: 1 }).format(
        (photo.width * photo.height) / 1e6,
      ),
    ),
    bibs: bibs.map((bib) => ({
      bib,
      href: `${base}?q=${encodeURIComponent(bib)}`,
      label: words.photo.allOfBib(bib),
    })),
    cartUrl: `${base}/cart`,
    cartSize,
    sizes: sizeModels(options),
    offer,
    framedUrl: offer.sponsored === undefined ? undefined : `${self}/framed.jpg`,
    isFavourite,
    favouriteUrl: `${base}/favourites`,
    favouriteLabel: isFavourite ? words.photo.unfavourite : words.photo.favourite,
    shareUrl: `${self}/share`,
    shareLink: `${publicUrl}${self}/share`,
    shareText: words.photo.shareText(event.name),
    reportUrl: `${self}/report${queryString}`,
    takeDown: options.takeDown,
    selfUrl: `${self}${queryString}`,
    notice,
  };
}

function sizeModels({ shown, cartSize, words, language }: PhotoOptions) {
  const { photo, offer } = shown;
  const { hd, web } = offer.prices;
  const sizes = sizesOf(photo, offer.sponsored !== undefined);
  const chosen = sizes.find((size) => size === cartSize) ?? 'hd';
  return sizes.map((size) => {
    const price = isLargerThanWeb(photo) ? offer.prices[size] : lowestOf(hd, web);
    return {
      size,
      name: words.photo.sizes[size],
      note: sizeNote(pixelsIn(size, photo), words, language),
      price: price === undefined ? undefined : formatMoney(price, CURRENCY, language),
      isChosen: size === chosen,
    };
  });
}

function lowestOf(one: number | undefined, other: number | undefined): number | undefined {
  const lowest = Math.min(one ?? Infinity, other ?? Infinity);
  return Number.isFinite(lowest) ? lowest : undefined;
}

function altOf({ event, bibs }: ShownPhoto, words: Words): string {
  const [first] = bibs;
  return first === undefined ? words.photo.of(event.name) : words.gallery.altBib(bibs.join(', '));
}
