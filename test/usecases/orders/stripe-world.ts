import { createStripePayments } from '../../../core/adapters/payments/stripe/stripe-payments.js';
import { signEvent } from '../../../core/adapters/payments/test/sign-event.js';
import { bookedOf } from '../../../core/db/queries/ledger.js';
import { findOrderByNumber } from '../../../core/db/queries/orders.js';
import { placeOrder } from '../../../core/usecases/orders/place-order.js';
import type { OrderDeps } from '../../../core/usecases/orders/order-deps.js';
import { showSellersOrder } from '../../../core/usecases/orders/show-sellers-order.js';
import { takePaymentNotice } from '../../../core/usecases/orders/take-payment-notice.js';
import { startStripeServer, type StripeServer } from '../../adapters/payments/stripe-server.js';
import { providerWorld, type ProviderWorld, type StripeEvent } from '../../money/provider-world.js';
import { createOrderWorld, SECRET, type OrderWorld } from './order-world.js';

export interface StripeOrder {
  readonly number: string;
  readonly paymentId: string;
  /** Its payment, and all that happens to it at Stripe. */
  readonly stripe: ProviderWorld;
}

export interface StripeWorld {
  readonly world: OrderWorld;
  readonly server: StripeServer;
  /** As the shop has them, with the real adapter over its real protocol. */
  readonly deps: OrderDeps;
  /** 26.00 with the fee of 1.00: five originals. The seller has an account. */
  place(): Promise<StripeOrder>;
  /** Signed, over the webhook. */
  deliver(...events: readonly StripeEvent[]): Promise<void>;
  keptOf(number: string): ReturnType<typeof keptOf>;
  close(): Promise<void>;
}

/** The orders of the test world, paid at a loopback server that keeps Stripe's rules. */
export async function createStripeWorld(): Promise<StripeWorld> {
  const world = await createOrderWorld();
  const server = await startStripeServer();
  const { host, port } = server;
  const payments = createStripePayments({
    secretKey: 'sk_test_loopback',
    webhookSecret: SECRET,
    server: { host, port, protocol: 'http' },
  });
  // Stripe's clock and ours: the adapter asks by the real one.
  const deps: OrderDeps = { ...world.deps, payments, now: () => new Date() };
  return {
    world,
    server,
    deps,
    async place() {
      const placed = await placeOrder(deps, world.request(world.photos.slice(3, 8), 2600));
      if (placed.kind !== 'placed') throw new Error(JSON.stringify(placed));
      const paymentId = placed.payment?.paymentId ?? '';
      const payment = server.books.find(paymentId);
      return {
        number: placed.number,
        paymentId,
        stripe: providerWorld(server.books, payment, () => Date.now()),
      };
    },
    async deliver(...events) {
      for (const event of events) {
        const body = JSON.stringify({ object: 'event', ...event });
        const signature = signEvent(body, SECRET, new Date());
        await takePaymentNotice(deps, 'stripe', Buffer.from(body), signature);
      }
    },
    keptOf: (number) => keptOf(deps, number),
    async close() {
      await server.close();
      await world.close();
    },
  };
}

async function keptOf({ db }: OrderDeps, number: string) {
  const order = await findOrderByNumber(db, number);
  if (order === undefined) throw new Error(`No order ${number}`);
  const { documents, refunds } = await showSellersOrder(db, number);
  const booked = await bookedOf(db, order.id);
  return { order, state: order.state, problems: order.problems, booked, documents, refunds };
}
