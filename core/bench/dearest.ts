import { askGreedily, type GreedReport } from './greedy-visitor.js';
import { loadHttp, type HttpLoadReport } from './http-load.js';
import { createRandom } from './random.js';
import { fillStorefrontEvent, type EventSize } from './storefront-event.js';
import type { StorefrontBenchOptions } from './storefront.js';
import { inTemporaryHome } from './temporary-home.js';
import { query } from '../db/query.js';
import type { PhotoId } from '../domain/ids.js';
import { createEvent } from '../usecases/create-event.js';

export interface DearestOptions
  extends EventSize, Pick<StorefrontBenchOptions, 'environment' | 'start'> {
  /** Of the visitor who asks as fast as may be. */
  readonly connections: number;
  /** Requests a second of all the others. */
  readonly perSecond: number;
  /** For each dear page. */
  readonly seconds: number;
}

export interface DearPageReport {
  readonly path: string;
  readonly greed: GreedReport;
  /** What gallery, photo and cart pages took all others meanwhile. */
  readonly others: HttpLoadReport;
}

export interface DearestReport extends EventSize {
  readonly connections: number;
  readonly node: string;
  readonly date: string;
  readonly pages: readonly DearPageReport[];
}

/** Measures how others fare while one visitor asks for one dear page after the other, as fast as may be. */
export async function measureDearest(
  options: DearestOptions,
  report: (step: 'filling' | 'asking') => void,
): Promise<DearestReport> {
  return inTemporaryHome(options.environment, async ({ database: { db }, store }, environment) => {
    report('filling');
    const event = await createEvent(db, { name: 'Bench', timeZone: 'Europe/Paris' });
    await fillStorefrontEvent({ db, store }, event.id, options);
    const published = `update events set state = 'published', published_at = now() where id = :id`;
    await query(db, published, { id: event.id });
    const rows = await query<{ id: PhotoId }>(
      db,
      'select id from photos where event_id = :id order by captured_at, id limit 2000',
      { id: event.id },
    );
    const photos = rows.map(({ id }) => id);
    const storefront = await options.start({ ...environment, FOCUSRACER_TRUST_PROXY: '1' });
    report('asking');
    try {
      return {
        photos: options.photos,
        entries: options.entries,
        connections: options.connections,
        node: process.version,
        date: new Date().toISOString().slice(0, 10),
        pages: await measureEach(storefront.origin, event.slug, photos, options),
      };
    } finally {
      await storefront.stop();
    }
  });
}

async function measureEach(
  origin: string,
  slug: string,
  photos: readonly PhotoId[],
  { connections, perSecond, seconds, entries }: DearestOptions,
): Promise<DearPageReport[]> {
  const random = createRandom(1);
  const gallery = `/events/${slug}`;
  const photoOf = (index: number) => photos[index % photos.length] ?? '';
  const anyPhoto = () => photoOf(Math.floor(random() * photos.length));
  const anyPage = (index: number) =>
    [gallery, `${gallery}/photos/${anyPhoto()}`, `${gallery}/cart`][index % 3] ?? gallery;
  const load = { origin, clients: connections, perSecond, seconds, pathOf: anyPage };
  await loadHttp({ ...load, seconds: 2 });

  const dear: Readonly<Record<string, (index: number) => string>> = {
    [`/qr/${slug}.png?bib=`]: (index) => `/qr/${slug}.png?bib=${1 + (index % entries)}`,
    // Each in a spelling of its own: none is kept.
    [`/qr/${slug}.png?bib=x`]: (index) => `/qr/${slug}.png?bib=x${index}`,
    [`/qr/${slug}/poster.pdf`]: () => `/qr/${slug}/poster.pdf`,
    [`/qr/${slug}/poster.pdf?size=a3`]: () => `/qr/${slug}/poster.pdf?size=a3`,
    [`${gallery}/photos/…/teaser.jpg`]: (index) => `${gallery}/photos/${photoOf(index)}/teaser.jpg`,
    [`${gallery}/photos/…`]: (index) => `${gallery}/photos/${photoOf(index)}`,
    [`${gallery}?q=a`]: () => `${gallery}?q=a`,
    [gallery]: () => gallery,
  };
  const pages: DearPageReport[] = [];
  for (const [path, pathOf] of Object.entries(dear)) {
    const greedy = askGreedily({ origin, connections, pathOf });
    const others = await loadHttp(load);
    pages.push({ path, greed: await greedy.stop(), others });
  }
  return pages;
}
