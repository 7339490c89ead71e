import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cents } from '../../core/domain/money.js';
import { FocusError } from '../../core/errors.js';
import { checkPayment } from '../../core/usecases/orders/check-payments.js';
import { checkReturnsOfOrder } from '../../core/usecases/orders/check-returns.js';
import type { OrderDeps } from '../../core/usecases/orders/order-deps.js';
import { refundOrder } from '../../core/usecases/orders/refund-order.js';
import {
  createStripeWorld,
  type StripeOrder,
  type StripeWorld,
} from '../usecases/orders/stripe-world.js';
import { checkMoney } from './check-money.js';
import { moneyHistories, type MoneyAction } from './money-actions.js';
import type { StripeEvent } from './provider-world.js';

let shop: StripeWorld;
beforeAll(async () => {
  shop = await createStripeWorld();
});
afterAll(() => shop.close());

const refused = (code: string, kind: 'conflict' | 'unavailable') => () =>
  Promise.reject(new FocusError(kind, code, 'Broken off'));

/** The shop whose provider, or its way there, breaks off at this step. */
function breaking(at: MoneyAction['breaks']): OrderDeps {
  const { payments } = shop.deps;
  const unavailable = refused('payments.unreachable', 'unavailable');
  switch (at) {
    case 'before':
      return { ...shop.deps, payments: { ...payments, refund: unavailable } };
    case 'answer-lost':
      return {
        ...shop.deps,
        payments: {
          ...payments,
          async refund(request) {
            await payments.refund(request);
            return unavailable();
          },
        },
      };
    case 'reversal':
      return {
        ...shop.deps,
        payments: { ...payments, moveShares: refused('payments.shares-refused', 'conflict') },
      };
    default:
      return shop.deps;
  }
}

/** A refusal is an answer like any other: the history goes on. */
async function unlessRefused(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof FocusError)) throw error;
  }
}

async function refund(order: StripeOrder, action: MoneyAction): Promise<void> {
  const { server } = shop;
  const amount = action.whole === true ? undefined : cents(Math.round(2600 * (action.part ?? 1)));
  server.setRefundStatus(action.pending === true ? 'pending' : 'succeeded');
  if (action.breaks === 'fee') server.failRoute(/application_fees/, 400, { message: 'No.' });
  const request = { order: order.number, amount, reason: '' };
  await unlessRefused(refundOrder(breaking(action.breaks), request));
  server.failRoute(undefined, 0, { message: '' });
  server.setRefundStatus('succeeded');
}

async function askAll(order: StripeOrder): Promise<void> {
  const { order: row } = await shop.keptOf(order.number);
  await checkPayment(shop.deps, { id: row.id, state: row.state, paymentId: order.paymentId });
  await checkReturnsOfOrder(shop.deps, row.id);
}

async function play(
  order: StripeOrder,
  history: readonly MoneyAction[],
  order_: readonly number[],
) {
  let fetched = 0;
  let told = 0;
  const deliver = async () => {
    const fresh: [number, StripeEvent][] = [];
    for (const event of order.stripe.events.slice(fetched)) {
      const luck = order_[(told += 1) % order_.length] ?? 0;
      // Some are lost, some come twice.
      if (luck % 5 !== 0) fresh.push([luck, event]);
      if (luck % 7 === 0) fresh.push([1000 - luck, event]);
    }
    fetched = order.stripe.events.length;
    await shop.deliver(...fresh.sort(([a], [b]) => a - b).map(([, event]) => event));
  };
  for (const action of history) {
    if (action.kind === 'deliver') await deliver();
    else if (action.kind === 'poll') await askAll(order);
    else if (action.kind === 'our-refund') await refund(order, action);
    else order.stripe.act(action);
  }
  await deliver();
  await askAll(order);
}

describe('money in the database, through the use cases and Stripe’s protocol', () => {
  it('is equal in ledger, documents and at the provider after random histories', async () => {
    const lucks = fc.array(fc.nat(999), { minLength: 20, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(moneyHistories, lucks, async (history, luck) => {
        const order = await shop.place();
        await play(order, history, luck);
        const kept = await shop.keptOf(order.number);
        const sale = { ...kept.order, placedAt: kept.order.placedAt };
        checkMoney(sale, order.stripe.payment, kept);
        // Our own record of each refund is what was made.
        const ours = order.stripe.payment.refunds.filter(({ reference }) => reference);
        const sent = kept.refunds.filter(({ state }) => state === 'sent');
        for (const { id, amount } of sent)
          expect(ours.find(({ reference }) => reference === id)?.amount).toBe(amount);
        for (const { id } of kept.refunds.filter(({ state }) => state === 'refused'))
          expect(ours.some(({ reference }) => reference === id)).toBe(false);
      }),
      { numRuns: 40 },
    );
  }, 300_000);
});
