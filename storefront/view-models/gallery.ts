import type { AllOfBib, Emptiness, Gallery, GalleryQuery, UnknownPart } from '../../core/index.js';
import { galleryQueryString } from '../gallery-query.js';
import { buyAllModel } from './buy-all.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import { shareImage } from '../share-image.js';
import { dayAndClockModel, dayModel, daysBetween } from './event-moment.js';
import { findFieldModel } from './find-field.js';
import { formatCount } from './money.js';
import { tileModel } from './photo-tile.js';
import { placeAndSport } from './sport.js';

export interface GalleryOptions {
  readonly gallery: Gallery;
  /** What all photos of the one runner cost; undefined where they are not one runner's or not sold. */
  readonly all: AllOfBib | undefined;
  readonly query: GalleryQuery;
  /** Where the page begins, as the address says. */
  readonly after: string | undefined;
  readonly favourites: readonly string[];
  /** Photos that are in the visitor's cart. */
  readonly inCart: ReadonlySet<string>;
  readonly words: Words;
  readonly language: Language;
}

export function galleryModel(options: GalleryOptions) {
  const { gallery, query, favourites, inCart, words, language } = options;
  const { event, figures, search } = gallery;
  const count = (value: number) => formatCount(value, language);
  const base = `/events/${event.slug}`;
  const queryString = galleryQueryString(query);
  const last = gallery.photos.at(-1);
  const runners = runnersModel(gallery, words);
  return {
    name: event.name,
    baseUrl: base,
    returnTo: `${base}${queryString}`,
    place: placeAndSport(event, words),
    day: event.date === undefined ? undefined : dayModel(event.date, language),
    photoCount: count(figures.photos),
    facts:
      figures.photos === 0
        ? undefined
        : words.gallery.facts(count(figures.photos), count(figures.bibs)),
    lastArrival:
      figures.photos === 0 || figures.lastArrival === undefined
        ? undefined
        : dayAndClockModel(figures.lastArrival, event.timeZone, language),
    seller: event.sellerName === undefined ? undefined : words.gallery.by(event.sellerName),
    socialImage: event.coverPhotoId && shareImage(event.slug, event.coverPhotoId),
    find: {
      q: query.q ?? '',
      hint: figures.entries > 0 ? words.gallery.findHint : words.gallery.findHintBibOnly,
      field: findFieldModel(event.slug, figures),
    },
    ownBib: gallery.ownBib,
    filters: filtersModel(options),
    heading: headingOf(gallery, words),
    isSearched: queryString !== '',
    found: foundModel(options),
    buyAll: options.all && { bib: options.all.bib, ...buyAllModel(options.all, words, language) },
    runners: search.wanted.kind === 'name' && runners.length > 1 ? runners : [],
    tiles: gallery.photos.map((photo, index) =>
      tileModel(photo, index, {
        slug: event.slug,
        timeZone: event.timeZone,
        queryString,
        alt:
          search.wanted.kind === 'bib'
            ? words.gallery.altBib(search.wanted.bib)
            : words.gallery.alt,
        closeUp: gallery.closeUps.get(photo.id),
        favourites,
        inCart,
        words,
        language,
      }),
    ),
    moreUrl:
      gallery.hasMore && last !== undefined
        ? `${base}${galleryQueryString(query, { after: last.id })}`
        : undefined,
    empty: emptyModel(options),
    nearMisses: gallery.nearMisses.map(({ bib, photos }) => ({
      href: `${base}?q=${encodeURIComponent(bib)}`,
      text: words.gallery.nearMiss(bib, photos),
    })),
    followUrl: `${base}/follow${search.wanted.kind === 'bib' ? `?bib=${encodeURIComponent(search.wanted.bib)}` : ''}`,
    selfieUrl: event.selfieSearch === undefined ? undefined : `${base}/selfie`,
    cart:
      inCart.size === 0 ? undefined : { href: `${base}/cart`, text: words.cart.link(inCart.size) },
  };
}

function headingOf({ search, emptiness }: Gallery, words: Words): string {
  const { wanted, from, until, cameraKey, spot } = search;
  if (wanted.kind === 'bib') return words.gallery.byBib(wanted.bib);
  if (wanted.kind === 'everybody') {
    const isNarrowed = [from, until, cameraKey].some((one) => one !== undefined);
    return spot ?? (isNarrowed ? words.gallery.filtered : words.gallery.all);
  }
  return emptiness === 'not-searchable'
    ? words.gallery.typed(wanted.text)
    : words.gallery.byName(wanted.text);
}

/** Who was found, how many photos there are, and what narrows them: "Zoé Le Goff, 10 km · 4 photos". */
function foundModel(options: GalleryOptions): string {
  const { gallery, all, query, words } = options;
  const [runner, ...others] = runnersModel(gallery, words);
  const filters = filtersModel(options);
  const chosen = [...filters.days, ...filters.spots, ...filters.photographers]
    .filter(({ isChosen }) => isChosen)
    .map(({ text }) => text);
  const span =
    query.from === undefined && query.until === undefined
      ? []
      : [words.gallery.span(query.from, query.until)];
  const narrowing = [...chosen, ...span];
  const photos =
    narrowing.length === 0 && all !== undefined
      ? all.photos
      : gallery.hasMore
        ? 0
        : gallery.photos.length;
  return [
    ...(runner !== undefined && others.length === 0 ? [runner.name] : []),
    ...(photos > 0 ? [words.gallery.photoCount(photos)] : []),
    ...narrowing,
  ].join(' · ');
}

function runnersModel({ runners, event }: Gallery, words: Words) {
  return runners.map(({ bib, firstName, lastName, race, photos }) => ({
    bib,
    name: words.gallery.someone([firstName, lastName].join(' ').trim(), race),
    photos: words.gallery.runnerPhotos(photos),
    href: `/events/${event.slug}?q=${encodeURIComponent(bib)}`,
  }));
}

function emptyModel({ gallery, query, after, words }: GalleryOptions) {
  const { emptiness, unknown, event } = gallery;
  if (emptiness === undefined) return undefined;
  return {
    title: words.gallery.emptyTitles[emptiness],
    reason: words.gallery.emptyReasons[emptiness],
    unknown: unknown.map((part) =>
      words.gallery.unknown[part](
        ((part === 'after' ? after : query[part]) ?? '').slice(0, LONGEST_SHOWN),
      ),
    ),
    withoutUnknownUrl:
      unknown.length === 0
        ? undefined
        : `/events/${event.slug}${galleryQueryString(withoutParts(query, unknown))}`,
    offersFollow: !WITHOUT_FOLLOW.has(emptiness),
  };
}

/** Of what an address says, as much as a page repeats. */
const LONGEST_SHOWN = 60;
/** Where more photos would not help. */
const WITHOUT_FOLLOW: ReadonlySet<Emptiness> = new Set([
  'filtered-out',
  'unknown-filter',
  'not-searchable',
]);

function withoutParts(query: GalleryQuery, parts: readonly UnknownPart[]): GalleryQuery {
  return Object.fromEntries(
    Object.entries(query).filter(([name]) => parts.every((part) => part !== name)),
  );
}

function filtersModel({ gallery, query, words, language }: GalleryOptions) {
  const { event, figures } = gallery;
  const { photographers } = figures;
  return {
    isOpen: [query.day, query.from, query.until, query.photographer, query.spot].some(
      (one) => one !== undefined,
    ),
    from: query.from ?? '',
    until: query.until ?? '',
    timeZone: words.gallery.timeZone(event.timeZone),
    days: daysBetween(figures.firstTaken, figures.lastTaken, event.timeZone).map((day) => ({
      value: day,
      text: dayModel(day, language).text,
      isChosen: day === query.day,
    })),
    spots: figures.spots.map(({ spot, photos }) => ({
      value: spot,
      text: words.gallery.spotWithCount(spot, formatCount(photos, language)),
      isChosen: spot === gallery.search.spot,
    })),
    photographers:
      photographers.length < 2
        ? []
        : photographers.map(({ cameraKey, name, camera }, index) => {
            const known = name ?? words.gallery.unnamedPhotographer(index + 1);
            return {
              value: cameraKey,
              text:
                name === undefined && camera !== undefined
                  ? words.gallery.withCamera(known, camera)
                  : known,
              isChosen: cameraKey === query.photographer,
            };
          }),
  };
}
