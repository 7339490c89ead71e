import type { Db } from '../../db/query.js';
import type { SellerIdentity } from '../../domain/invoice.js';
import type { Payments } from '../../ports/payments.js';
import type { Operator } from '../operator.js';
import type { QuoteCart } from '../quote-cart.js';

/** Who sells here, and on what terms. One seller an installation until there are accounts. */
export interface Seller {
  /** Whose numbers and books these are. */
  readonly key: string;
  readonly identity: SellerIdentity;
  /** At the payment provider; undefined where the platform itself sells. */
  readonly account: string | undefined;
  /** Percent; prices include it. */
  readonly vatRate: number;
  /** Who hears of what needs a look. */
  readonly operator: Operator;
  /** For mail to the seller. */
  readonly language: 'en' | 'fr';
}

export interface OrderDeps {
  readonly db: Db;
  readonly payments: Payments;
  readonly seller: Seller;
  /** Of the hashes by which a buyer is known again. */
  readonly personKey: string;
  /** Prices a cart that is ordered, in this thread unless given. */
  readonly quote?: QuoteCart;
  now(): Date;
}
