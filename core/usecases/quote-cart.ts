import type { PhotoId } from '../domain/ids.js';
import type { CartToPrice } from '../domain/pricing/price-cart.js';
import { priceSizes } from '../domain/pricing/price-sizes.js';
import type { PricedCart } from '../domain/pricing/quote.js';

/** All that decides a price. */
export interface CartToQuote {
  readonly cart: CartToPrice;
  /** The photos whose originals are no larger than web size. */
  readonly oneSize: ReadonlySet<PhotoId>;
}

export type QuoteCart = (cart: CartToQuote) => Promise<PricedCart>;

/** Prices a cart in the thread it is called in. */
export const quoteHere: QuoteCart = ({ cart, oneSize }) =>
  Promise.resolve(priceSizes(cart, (photoId) => oneSize.has(photoId)));
