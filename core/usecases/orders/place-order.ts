import type { StoredOrder } from '../../db/queries/order-rows.js';
import type { OrderId } from '../../domain/order.js';
import { PaymentRefused } from '../../domain/payment-refused.js';
import { endUnpaidOrder } from './end-unpaid-order.js';
import { makeOrderLink } from './make-order-link.js';
import type { OrderDeps } from './order-deps.js';
import type { PlacedOrder, PlaceOrderRequest } from './order-request.js';
import { refuseOrder } from './refuse-order.js';
import { isPayable, startPayment } from './start-payment.js';
import { writeOrder } from './write-order.js';

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
