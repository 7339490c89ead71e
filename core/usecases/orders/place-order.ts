import type { StoredOrder } from '../../db/queries/order-rows.js';
import type { Cents } from '../../domain/money.js';
import type { BuyerDetails, OrderId, Waiver } from '../../domain/order.js';
import { PaymentRefused, type RefusedFor } from '../../domain/payment-refused.js';
import type { Quote } from '../../domain/pricing/quote.js';
import type { StartedPayment } from '../../ports/payments.js';
import type { CodeProblem } from '../discount-outcome.js';
import type { CartRefusal, WantedItem } from '../price-cart.js';
import { endUnpaidOrder } from './end-unpaid-order.js';
import { makeOrderLink } from './make-order-link.js';
import type { OrderDeps } from './order-deps.js';
import { refuseOrder } from './refuse-order.js';
import { isPayable, startPayment } from './start-payment.js';
import { writeOrder } from './write-order.js';

export interface PlaceOrderRequest {
  readonly eventSlug: string;
  /** As the session says: nothing in it is trusted. */
  readonly items: readonly WantedItem[];
  readonly discountCode: string | undefined;
  readonly email: string;
  /** For the invoice, as typed; empty texts are none. */
  readonly buyer?: BuyerDetails | undefined;
  /** Of the visitor's own: with the address, what offers with limits know a person by. */
  readonly session?: string | undefined;
  readonly language: 'en' | 'fr';
  readonly waiver: Waiver;
  /** What the page showed; any other price is shown and asked again. */
  readonly expectedTotal: Cents;
  /** Of this checkout page: sent twice, it is one order. */
  readonly idempotencyKey: string;
  /** The absolute address at which the buyer comes back with the token of the order. */
  returnUrlOf(token: string): string;
}

/** Why there is no order. */
export type OrderRefusal =
  | { readonly kind: 'empty-cart' | 'bad-email' | 'not-on-sale' }
  /** The payment provider takes no money for the seller at the moment. */
  | { readonly kind: 'paused' }
  | { readonly kind: 'photos'; readonly refusals: readonly CartRefusal[] }
  | { readonly kind: 'code'; readonly reason: CodeProblem }
  /** The buyer holds enough of what is scarce with orders that wait for their money. */
  | { readonly kind: 'too-many-unpaid' }
  /** The page was used for another order already. */
  | { readonly kind: 'other-order' };

export type PlacedOrder =
  | {
      readonly kind: 'placed';
      readonly number: string;
      /** Opens the order. */
      readonly token: string;
      /** Undefined where nothing has to be paid, or no more. */
      readonly payment: StartedPayment | undefined;
    }
  /** The buyer's earlier order of this cart was paid, or is about to be: there is no second one. */
  | { readonly kind: 'paid-before'; readonly number: string; readonly token: string }
  /** The provider begins no payment. Nothing was charged, and the order is over. */
  | { readonly kind: 'payment-refused'; readonly refusedFor: RefusedFor }
  | { readonly kind: 'price-changed'; readonly quote: Quote }
  | { readonly kind: 'refused'; readonly reasons: readonly OrderRefusal[] };

/** Two browsers tabs may each order the same cart, over and over: after so many turns both orders stay. */
const MOST_TURNS = 3;

/**
 * Makes an order of a cart, priced again, and starts its payment. The order is there before the
 * provider is asked: where that fails (`unavailable`), the same request again goes on with it. An
 * unpaid order that the same session placed before in the event ends with it: a buyer who goes back
 * to mend the address, or to take another photo, has one order, and what the first one held.
 * FocusError `input` `order.too-large`, `conflict` where the order's payment is with another provider.
 */
export async function placeOrder(
  deps: OrderDeps,
  request: PlaceOrderRequest,
): Promise<PlacedOrder> {
  const ended = new Set<OrderId>();
  for (let turn = 0; ; turn += 1) {
    const written = await deps.db.transaction((transaction) =>
      writeOrder(transaction, deps, request, { ended, leavesOthers: turn >= MOST_TURNS }),
    );
    switch (written.kind) {
      case 'written':
        return begin(deps, request, written);
      case 'paid-before':
        return paidBefore(deps, written.order);
      case 'replaces':
        if (!(await endUnpaidOrder(deps, written.order))) return paidBefore(deps, written.order);
        ended.add(written.order.id);
        break;
      default:
        return written;
    }
  }
}

async function begin(
  deps: OrderDeps,
  request: PlaceOrderRequest,
  { order, token }: { readonly order: StoredOrder; readonly token: string },
): Promise<PlacedOrder> {
  const { number } = order;
  if (!isPayable(order, deps.now())) return { kind: 'placed', number, token, payment: undefined };
  try {
    const payment = await startPayment(deps, order, request.returnUrlOf(token));
    return { kind: 'placed', number, token, payment };
  } catch (error) {
    if (!(error instanceof PaymentRefused)) throw error;
    await refuseOrder(deps, order, error);
    return { kind: 'payment-refused', refusedFor: error.refusedFor };
  }
}

async function paidBefore({ db }: OrderDeps, { id, number }: StoredOrder): Promise<PlacedOrder> {
  return { kind: 'paid-before', number, token: await makeOrderLink(db, id) };
}
