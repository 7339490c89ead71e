import type { AllPhotos, GalleryPhoto, SelfieFinds } from '../../core/index.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import { buyAllModel } from './buy-all.js';
import { tileModel } from './photo-tile.js';

export interface SelfieFindsOptions {
  /** What all that was found costs; undefined where it is not for sale. */
  readonly all: AllPhotos | undefined;
  readonly favourites: readonly string[];
  readonly inCart: ReadonlySet<string>;
  readonly words: Words;
  readonly language: Language;
}

/** What a selfie found, to be bought at once or one by one, and the other photos of that runner. */
export function selfieFindsModel(finds: SelfieFinds, options: SelfieFindsOptions) {
  const { event, photos, bib, others } = finds;
  const { all, favourites, inCart, words, language } = options;
  const { selfie } = words.gallery;
  const tiles = (shown: readonly GalleryPhoto[], queryString: string) =>
    shown.map((photo, index) =>
      tileModel(photo, index, {
        slug: event.slug,
        timeZone: event.timeZone,
        queryString,
        alt: words.gallery.alt,
        closeUp: undefined,
        favourites,
        inCart,
        words,
        language,
      }),
    );
  const search = bib === undefined ? '' : `?q=${encodeURIComponent(bib)}`;
  return {
    heading: photos.length === 0 ? selfie.nothing : selfie.found(photos.length),
    cartUrl: `/events/${event.slug}/cart`,
    checkoutUrl: `/events/${event.slug}/checkout`,
    photoIds: photos.map(({ id }) => id),
    buyAll: all && buyAllModel(all, words, language),
    tiles: tiles(photos, search),
    others:
      bib === undefined || others.length === 0
        ? undefined
        : {
            heading: selfie.others(bib),
            href: `/events/${event.slug}${search}`,
            link: selfie.allOfBib(bib),
            tiles: tiles(others, search),
          },
  };
}
