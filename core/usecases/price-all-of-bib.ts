import { photosOfAllOfMine } from '../db/queries/packs.js';
import type { Db } from '../db/query.js';
import type { Bib, EventId } from '../domain/ids.js';
import { priceAllPhotos, type AllPhotos } from './price-all-photos.js';
import type { QuoteCart } from './quote-cart.js';

/** What it costs to take every public photo with a bib. */
export interface AllOfBib extends AllPhotos {
  readonly bib: Bib;
}

type Wanted = Omit<Parameters<typeof priceAllPhotos>[1], 'photoIds' | 'event'> & {
  readonly event: { readonly id: EventId; readonly slug: string };
  readonly bib: Bib;
};

/** Prices every public photo with the bib as priceAllPhotos does. Undefined where none is for sale. */
export async function priceAllOfBib(
  db: Db,
  { bib, ...wanted }: Wanted,
  quote: QuoteCart,
): Promise<AllOfBib | undefined> {
  const photoIds = await photosOfAllOfMine(db, wanted.event.id, bib);
  const all = await priceAllPhotos(db, { ...wanted, photoIds }, quote);
  return all && { ...all, bib };
}
