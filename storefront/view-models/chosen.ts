import type { EventPhotos } from '../../core/index.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import { tileModel } from './photo-tile.js';

export interface ChosenOptions {
  /** True where all of them are favourites. */
  readonly areFavourites: boolean;
  /** Ids by slug; needed where they are not all favourites. */
  readonly favourites?: Readonly<Record<string, readonly string[]>>;
  readonly inCart: ReadonlySet<string>;
  readonly words: Words;
  readonly language: Language;
}

/** Photos that a visitor chose or that were found for them, event by event. */
export function chosenModel(chosen: readonly EventPhotos[], options: ChosenOptions) {
  const { areFavourites, favourites = {}, inCart, words, language } = options;
  return chosen.map(({ event, photos }) => ({
    name: event.name,
    href: `/events/${event.slug}`,
    tiles: photos.map((photo, index) =>
      tileModel(photo, index, {
        slug: event.slug,
        timeZone: event.timeZone,
        queryString: '',
        alt: words.gallery.alt,
        favourites: areFavourites ? [photo.id] : (favourites[event.slug] ?? []),
        inCart,
        words,
        language,
      }),
    ),
  }));
}
