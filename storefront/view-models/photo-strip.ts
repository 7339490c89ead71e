import {
  fitInside,
  type GalleryPhoto,
  type GalleryQuery,
  type ShownPhoto,
} from '../../core/index.js';
import { galleryQueryString } from '../gallery-query.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import { clockModel } from './event-moment.js';
import { PREVIEW_SIZE, THUMBNAIL_SIZE } from './photo-tile.js';

interface StripOptions {
  readonly shown: ShownPhoto;
  readonly query: GalleryQuery;
  readonly words: Words;
  readonly language: Language;
}

/** The runner's other photos, in their order, with this one among them; undefined where it is alone. */
export function stripModel({ shown, query, words, language }: StripOptions) {
  const { event, photo, others } = shown;
  const photos = [...others.before, photo, ...others.after];
  if (photos.length === 1) return undefined;
  const ownSearch = galleryQueryString(query);
  const queryString =
    ownSearch === '' && others.bib !== undefined
      ? galleryQueryString({ q: others.bib })
      : ownSearch;
  const base = `/events/${event.slug}`;
  return {
    title: titleOf(shown, query, words),
    allUrl: `${base}${queryString}`,
    photos: photos.map((one) => {
      const clock = one.capturedAt && clockModel(one.capturedAt, event.timeZone, language);
      const { alt, altTime } = words.gallery;
      return {
        href: `${base}/photos/${one.id}${queryString}`,
        thumbnailUrl: `/images/thumbnail/${one.id}.jpg`,
        ...fitInside(one, THUMBNAIL_SIZE),
        alt: clock === undefined ? alt : altTime(alt, clock.text),
        isShown: one.id === photo.id,
      };
    }),
  };
}

function titleOf({ others }: ShownPhoto, query: GalleryQuery, words: Words): string {
  if (others.bib !== undefined) return words.photo.othersOfBib(others.bib);
  return query.q === undefined ? words.photo.othersInTime : words.photo.othersFound;
}

/** What the viewer's script flicks through without asking: "id:1200x800 id:800x1200", in order. */
export function walkText({ photo, around }: ShownPhoto): string {
  return [...around.before, photo, ...around.after].map(stepText).join(' ');
}

function stepText(photo: GalleryPhoto): string {
  const { width, height } = fitInside(photo, PREVIEW_SIZE);
  return `${photo.id}:${width}x${height}`;
}
