import { fitInside, type CloseUp, type GalleryPhoto } from '../../core/index.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import { clockModel } from './event-moment.js';

/** The long side of thumbnails and previews, as they are made. */
export const THUMBNAIL_SIZE = 400;
export const PREVIEW_SIZE = 1200;

export interface TileOptions {
  readonly slug: string;
  readonly timeZone: string;
  /** "?q=1234": the viewer's neighbours are those of the search. */
  readonly queryString: string;
  /** What is known of who is on it: "Photo of bib 1234". */
  readonly alt: string;
  /** Instead of the whole photo, whose crowd hides the runner. */
  readonly closeUp?: CloseUp | undefined;
  readonly favourites: readonly string[];
  /** Photos that are in the cart. */
  readonly inCart: ReadonlySet<string>;
  readonly words: Words;
  readonly language: Language;
}

/** One photo in a grid. The first ones are loaded at once, the others when they come near. */
export function tileModel(photo: GalleryPhoto, index: number, options: TileOptions) {
  const { slug, timeZone, queryString, closeUp, favourites, inCart, words, language } = options;
  const shown = closeUp ?? photo;
  const clock = photo.capturedAt && clockModel(photo.capturedAt, timeZone, language);
  const isFavourite = favourites.includes(photo.id);
  return {
    photoId: photo.id,
    href: `/events/${slug}/photos/${photo.id}${queryString}`,
    thumbnailUrl:
      closeUp === undefined
        ? `/images/thumbnail/${photo.id}.jpg`
        : `/images/close-up/${photo.id}.jpg?bib=${encodeURIComponent(closeUp.bib)}`,
    ...fitInside(shown, THUMBNAIL_SIZE),
    isPortrait: shown.height > shown.width,
    loading: index < FIRST_SCREEN ? 'eager' : 'lazy',
    /** What a phone shows largest at first. */
    isFirst: index === 0,
    alt: clock === undefined ? options.alt : words.gallery.altTime(options.alt, clock.text),
    clock,
    inCart: inCart.has(photo.id) ? words.gallery.inCart : undefined,
    addLabel: clock === undefined ? words.photo.addToCart : words.gallery.addTimed(clock.text),
    isFavourite,
    favouriteLabel: isFavourite ? words.gallery.unfavourite : words.gallery.favourite,
  };
}

const FIRST_SCREEN = 6;
