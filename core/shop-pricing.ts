import type { PricedCart } from './domain/pricing/quote.js';
import { lazyThreads } from './threads/lazy-threads.js';
import type { ThreadFigures } from './threads/limited-threads.js';
import { quoteHere, type CartToQuote, type QuoteCart } from './usecases/quote-cart.js';

/** What side-worker.ts exports. */
interface SideWorks {
  readonly [name: string]: (task: never) => Promise<unknown>;
  quote(cart: CartToQuote): Promise<PricedCart>;
}

/**
 * Not those that draw: no picture delays a price. Two, of which one visitor has one at most. A cart of
 * hundreds of group photos takes a second or two; nobody who wants to pay is sent away.
 */
const LIMITS = {
  threads: 2,
  longestMs: 60_000,
  mostWaiting: 2000,
  mostWaitingEach: 20,
  idleMs: 5 * 60_000,
  mostMemory: 256,
} as const;

/**
 * Photos, and bibs in them, up to which a cart is priced at once: a few milliseconds at most. A dozen
 * group photos can take twenty, forty of them a second (docs/benchmarks.md).
 */
const MOST_HERE = 40;

export interface ShopPricing {
  /** Prices a visitor's carts, in a thread of its own where that takes long. */
  quoteFor(visitor: string): QuoteCart;
  figures(): ThreadFigures;
  close(): Promise<void>;
}

export function openPricing(workerFile: URL): ShopPricing {
  const threads = lazyThreads<SideWorks>(workerFile, LIMITS);
  return {
    quoteFor: (visitor) => (cart) =>
      isQuick(cart) ? quoteHere(cart) : threads.run('quote', () => cart, { visitor }),
    figures: () => threads.figures(),
    close: () => threads.close(),
  };
}

function isQuick({ cart: { items } }: CartToQuote): boolean {
  return items.reduce((sum, { bibs }) => sum + 1 + bibs.length, 0) <= MOST_HERE;
}
