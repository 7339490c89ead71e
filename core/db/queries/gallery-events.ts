import type { PublicEvent } from '../../domain/gallery.js';
import type { EventId, PhotoId } from '../../domain/ids.js';
import type { SelfieTerms, SelfieText } from '../../domain/selfie-terms.js';
import type { EventState } from '../../domain/event.js';
import type { TakeDownMode } from '../../domain/take-down.js';
import { query, type Db } from '../query.js';
import { COVER } from './covers.js';
import { containsPattern } from './like-pattern.js';

interface EventRow {
  id: EventId;
  slug: string;
  name: string;
  date: string | null;
  place: string | null;
  sport: string | null;
  time_zone: string;
  state: EventState;
  seller_name: string | null;
  cover: PhotoId | null;
  take_downs: TakeDownMode;
  selfie_legal_basis: string | null;
  selfie_notice: string | null;
  selfie_language: 'en' | 'fr' | null;
  selfie_other_language: 'en' | 'fr' | null;
  selfie_other_legal_basis: string | null;
  selfie_other_notice: string | null;
  selfie_until: string | null;
}

/** Selfie search ends with the day named, in the event's zone. */
const COLUMNS = `e.id, e.slug, e.name, to_char(e.starts_on, 'YYYY-MM-DD') as date, e.place, e.sport,
  e.time_zone, e.state, e.seller_name, e.take_downs,
  ${COVER} as cover,
  e.selfie_legal_basis, e.selfie_notice, e.selfie_language,
  e.selfie_other_legal_basis, e.selfie_other_notice, e.selfie_other_language,
  case when e.faces = 'index' and e.selfie_until >= (now() at time zone e.time_zone)::date
    then to_char(e.selfie_until, 'YYYY-MM-DD') end as selfie_until`;

/** Undefined where there is no such event, or it is not published. */
export async function findPublicEvent(db: Db, slug: string): Promise<PublicEvent | undefined> {
  const rows = await query<EventRow>(
    db,
    `select ${COLUMNS} from events e where e.slug = :slug and e.state = 'published'`,
    { slug },
  );
  return rows[0] && toPublicEvent(rows[0]);
}

/** Much as foldText does it; there are too few events for an index to matter. */
const FOLDED = `regexp_replace(normalize(lower(concat_ws(' ', e.name, e.place, e.sport)), nfkd),
  '[\\u0300-\\u036f]', '', 'g')`;

export interface EventFilter {
  /** Folded by foldText; each has to occur in the name, the place or the sport. */
  readonly words?: readonly string[];
  /** `coming`: today or later. `past`: before today, or without a date. */
  readonly when?: 'coming' | 'past';
}

/** Published events: those to come the next first, the others the latest first. */
export async function listPublicEvents(
  db: Db,
  filter: EventFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<PublicEvent[]> {
  const conditions = ["e.state = 'published'"];
  const today = `(now() at time zone e.time_zone)::date`;
  if (filter.when === 'coming') conditions.push(`e.starts_on >= ${today}`);
  if (filter.when === 'past') conditions.push(`(e.starts_on is null or e.starts_on < ${today})`);
  if (filter.words !== undefined && filter.words.length > 0) {
    conditions.push(`not exists (select from unnest(:patterns::text[]) as pattern
      where ${FOLDED} not like pattern)`);
  }
  const order = filter.when === 'coming' ? 'e.starts_on' : 'e.starts_on desc nulls last';
  const rows = await query<EventRow>(
    db,
    `select ${COLUMNS} from events e where ${conditions.join(' and ')}
     order by ${order}, e.id limit :limit offset :offset`,
    { ...page, patterns: (filter.words ?? []).map(containsPattern) },
  );
  return rows.map(toPublicEvent);
}

/** Of those that are published, by slug. */
export async function publicEventNames(
  db: Db,
  slugs: readonly string[],
): Promise<Map<string, string>> {
  const rows = await query<{ slug: string; name: string }>(
    db,
    `select slug, name from events where slug = any(:slugs) and state = 'published'`,
    { slugs },
  );
  return new Map(rows.map(({ slug, name }) => [slug, name]));
}

/** Slugs of all published events, for the sitemap. */
export async function listPublicSlugs(db: Db, limit: number): Promise<string[]> {
  const rows = await query<{ slug: string }>(
    db,
    `select slug from events where state = 'published' order by starts_on desc nulls last, id limit :limit`,
    { limit },
  );
  return rows.map(({ slug }) => slug);
}

function toPublicEvent(row: EventRow): PublicEvent {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    date: row.date ?? undefined,
    place: row.place ?? undefined,
    sport: row.sport ?? undefined,
    timeZone: row.time_zone,
    state: row.state,
    sellerName: row.seller_name ?? undefined,
    coverPhotoId: row.cover ?? undefined,
    takeDowns: row.take_downs,
    selfieSearch: toSelfieTerms(row),
  };
}

function toSelfieTerms(row: EventRow): SelfieTerms | undefined {
  const { selfie_legal_basis: legalBasis, selfie_notice: notice, selfie_until: until } = row;
  if (legalBasis === null || notice === null || until === null) return undefined;
  const first = { legalBasis, notice, language: row.selfie_language ?? undefined };
  const other = {
    legalBasis: row.selfie_other_legal_basis,
    notice: row.selfie_other_notice,
    language: row.selfie_other_language,
  };
  return { texts: isComplete(other) ? [first, other] : [first], until };
}

/** As a constraint of the table has it: all of it or nothing. */
function isComplete(text: {
  readonly [Part in keyof SelfieText]: SelfieText[Part] | null;
}): text is SelfieText {
  return text.legalBasis !== null && text.notice !== null && text.language !== null;
}
