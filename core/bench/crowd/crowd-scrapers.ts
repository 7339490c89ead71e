import type { CrowdClient } from './crowd-client.js';
import { photoLinks } from './crowd-links.js';
import type { Play } from './crowd-people.js';

export const SCRAPERS = [
  'no-cookies',
  'one-session',
  '10-sessions',
  '100-sessions',
  '500-sessions',
  'fresh-sessions',
  'searching-sessions',
] as const;

export type ScraperKind = (typeof SCRAPERS)[number];

export interface Scraper {
  readonly kind: ScraperKind;
  readonly slug: string;
  readonly random: () => number;
  /** Bibs run from 1 to this. */
  readonly bibs: number;
  /** Between two answers; nothing as fast as it can. */
  readonly breathMs: number;
  openClient(keepsCookies: boolean): CrowdClient;
}

/** Takes photo page after photo page, until it is ended. */
export async function* scrape(scraper: Scraper): Play {
  const { kind, slug, breathMs, openClient } = scraper;
  const path = `/events/${slug}`;
  const sessions = Math.max(1, parseInt(kind, 10) || 0);
  const clients = Array.from({ length: sessions }, () => openClient(kind !== 'no-cookies'));
  let links: readonly string[] = [];
  for (const client of clients) {
    const page = await client.ask({ kind: 'event', path });
    links = links.length === 0 ? photoLinks(page.body) : links;
    yield breathMs;
  }
  for (let index = 0; ; index += 1) {
    let client = clients[index % sessions];
    let link = links[index % links.length];
    if (kind === 'fresh-sessions' || kind === 'searching-sessions') {
      client = openClient(true);
      const bib = 1 + Math.floor(scraper.random() * scraper.bibs);
      const page =
        kind === 'fresh-sessions'
          ? await client.ask({ kind: 'event', path })
          : await client.ask({ kind: 'search', path: `${path}?q=${bib}` });
      link = photoLinks(page.body)[0];
      yield breathMs;
    }
    if (client !== undefined && link !== undefined) await client.ask({ kind: 'photo', path: link });
    yield breathMs;
  }
}
