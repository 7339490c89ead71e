import { COVER_WIDTHS, type CountedPublicEvent, type EventOverview } from '../../core/index.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import { shareImage } from '../share-image.js';
import { dayModel } from './event-moment.js';
import { findFieldModel } from './find-field.js';
import { formatCount } from './money.js';
import { placeAndSport } from './sport.js';

export interface EventsOptions {
  readonly overview: EventOverview;
  /** What was searched for; empty for nothing. */
  readonly text: string;
  /** From 1. */
  readonly page: number;
  readonly words: Words;
  readonly language: Language;
}

function cardModel({ event, photos }: CountedPublicEvent, words: Words, language: Language) {
  return {
    href: `/events/${event.slug}`,
    name: event.name,
    place: placeAndSport(event, words),
    day: event.date === undefined ? undefined : dayModel(event.date, language),
    photos:
      photos === 0
        ? words.home.noPhotosYet
        : words.home.photos(formatCount(photos, language), photos === 1),
    ...coverModel(event),
  };
}

/** Under a calmer mark than photos for sale; the small one serves a phone, where the large one is three times as heavy. */
function coverModel({ slug, coverPhotoId: photoId }: CountedPublicEvent['event']) {
  if (photoId === undefined) return {};
  const coverUrl = `/images/cover/${photoId}.jpg`;
  const smallUrl = `/images/cover-small/${photoId}.jpg`;
  return {
    coverUrl,
    socialImage: shareImage(slug, photoId),
    coverSources: `${smallUrl} ${COVER_WIDTHS['cover-small']}w, ${coverUrl} ${COVER_WIDTHS.cover}w`,
  };
}

export function homeModel({ overview, words, language }: EventsOptions) {
  const cards = (events: readonly CountedPublicEvent[]) =>
    events.map((event) => cardModel(event, words, language));
  const featured = featuredEvent(overview);
  return {
    featured: featured && {
      ...cardModel(featured, words, language),
      field: findFieldModel(featured.event.slug, featured),
    },
    coming: cards(overview.coming),
    latest: cards(overview.latest),
    isEmpty: overview.coming.length + overview.latest.length === 0,
  };
}

/** The one that most visitors come for: the latest with photos, today's before those past. */
function featuredEvent({ coming, latest }: EventOverview): CountedPublicEvent | undefined {
  return [...coming, ...latest].find(({ photos }) => photos > 0);
}

export function eventsModel({ overview, text, page, words, language }: EventsOptions) {
  const { coming, latest, hasMore } = overview;
  const link = (to: number) => {
    const search = new URLSearchParams({
      ...(text !== '' && { q: text }),
      ...(to > 1 && { page: String(to) }),
    }).toString();
    return search === '' ? '/events' : `/events?${search}`;
  };
  const cards = (events: readonly CountedPublicEvent[]) =>
    events.map((event) => cardModel(event, words, language));
  return {
    text,
    result: text === '' ? undefined : words.home.foundFor(text),
    coming: cards(coming),
    latest: cards(latest),
    nothing:
      coming.length + latest.length > 0
        ? undefined
        : text === ''
          ? words.home.nothingYet
          : words.home.nothingFound,
    previous: page > 1 ? link(page - 1) : undefined,
    next: hasMore ? link(page + 1) : undefined,
  };
}
