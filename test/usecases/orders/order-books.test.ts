import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../../core/db/query.js';
import { cents } from '../../../core/domain/money.js';
import type { OrderTerms } from '../../../core/domain/order-transitions.js';
import { distinctFacts, type PaymentFact } from '../../../core/domain/payment-fact.js';
import { showPayouts } from '../../../core/usecases/orders/show-payouts.js';
import { takeNotice } from '../../../core/usecases/orders/take-notice.js';
import { paymentFacts } from '../../domain/payment-facts.js';
import { createOrderWorld, type OrderWorld } from './order-world.js';

let world: OrderWorld;
beforeAll(async () => {
  world = await createOrderWorld();
});
afterAll(() => world.close());

/** What has to come of a history, worked out from what happened and not from what was booked. */
function expectedOf(facts: readonly PaymentFact[], { total }: OrderTerms) {
  const paid = facts.some(
    (fact) => fact.kind === 'succeeded' && fact.amount === total && /^eur$/i.test(fact.currency),
  );
  const failed = new Set(
    facts.flatMap((fact) => (fact.kind === 'refund-failed' ? [fact.refundId] : [])),
  );
  const refunds = new Map<string, number>();
  for (const fact of facts)
    if (fact.kind === 'refunded' && !failed.has(fact.refundId))
      refunds.set(fact.refundId, fact.amount);
  const disputes = new Map<string, Extract<PaymentFact, { kind: 'dispute' }>>();
  for (const fact of distinctFacts(facts))
    if (fact.kind === 'dispute') disputes.set(fact.disputeId, fact);
  const sum = (...amounts: number[]) => (paid ? amounts.reduce((all, one) => all + one, 0) : 0);
  const ended = [...disputes.values()].map((dispute) => ({
    ...dispute,
    isGone: dispute.status === 'lost' || dispute.status === 'prevented',
  }));
  const returned = sum(
    ...refunds.values(),
    ...ended.map(({ taken, isGone }) => (isGone ? taken : 0)),
  );
  const kept = paid ? Math.max(0, total - returned) : 0;
  return {
    received: paid ? total : 0,
    returned,
    disputed: sum(...ended.map(({ taken, isGone }) => (isGone ? 0 : taken))),
    disputeFees: sum(...ended.map(({ fee }) => fee)),
    loss: paid ? Math.max(0, returned - total) : 0,
    vat: Math.round((kept * 20) / 120),
    isDelivered:
      paid && kept > 0 && ended.every(({ status }) => status !== 'open' && status !== 'lost'),
  };
}

/** Sums of all books and of all documents. */
async function sums() {
  const { db } = world.deps;
  const [payout] = await showPayouts(db, world.event.slug);
  const [documents] = await query<{ total: number; vat: number }>(
    db,
    `select coalesce(sum((document ->> 'total')::int), 0)::int as total,
       coalesce(sum((document #>> '{vat,0,vat}')::int), 0)::int as vat from invoices`,
  );
  const {
    received = 0,
    returned = 0,
    disputed = 0,
    disputeFees = 0,
    loss = 0,
    vat = 0,
    seller = 0,
    platform = 0,
  } = payout ?? {};
  return {
    received,
    returned,
    disputed,
    disputeFees,
    loss,
    vat,
    earned: seller + platform,
    documents,
  };
}

describe('the books', () => {
  it('and the documents agree with what happened to the cent, however it was told', async () => {
    const terms: OrderTerms = {
      total: cents(900),
      serviceFee: cents(100),
      sellerAccount: 'acct_lea',
      currency: 'EUR',
      placedAt: world.deps.now(),
      expiredAt: undefined,
    };
    const { total, placedAt } = terms;
    const paid: PaymentFact = {
      id: 'evt_paid',
      at: placedAt,
      kind: 'succeeded',
      amount: total,
      currency: 'EUR',
    };
    // Mostly of orders that are paid: without a payment nothing else counts.
    const some = fc.tuple(fc.integer({ min: 0, max: 4 }), paymentFacts(terms));
    const histories = some
      .map(([luck, facts]) => (luck === 0 ? facts : [paid, ...facts]))
      .chain((facts) =>
        fc.tuple(
          fc.constant(facts),
          // Each is told, some again, in any order, four at the same time.
          fc.array(fc.constantFrom(...facts), { maxLength: 4 }).chain((again) => {
            const told = [...facts, ...again];
            return fc.shuffledSubarray(told, { minLength: told.length });
          }),
        ),
      );
    const tell = async (paymentId: string, told: readonly PaymentFact[], prefix: string) => {
      for (let from = 0; from < told.length; from += 4) {
        const together = told.slice(from, from + 4);
        await Promise.all(
          together.map(({ at, ...fact }) =>
            takeNotice(world.deps, { ...fact, id: prefix + fact.id, paymentId, createdAt: at }),
          ),
        );
      }
    };
    await fc.assert(
      fc.asyncProperty(histories, async ([facts, told]) => {
        const before = await sums();
        const { number, paymentId } = await world.placeOne();
        await tell(paymentId, told, `${number} `);
        const after = await sums();
        const expected = expectedOf(facts, terms);
        expect({
          received: after.received - before.received,
          returned: after.returned - before.returned,
          disputed: after.disputed - before.disputed,
          disputeFees: after.disputeFees - before.disputeFees,
          loss: after.loss - before.loss,
          vat: after.vat - before.vat,
          isDelivered: ['paid', 'partly-refunded'].includes(await world.stateOf(number)),
        }).toEqual(expected);
        expect(after.earned - after.loss).toBe(after.received - after.returned);
        expect(after.documents).toEqual({ total: after.earned, vat: after.vat });
      }),
      { numRuns: 25 },
    );
  });

  it('refuse what does not sum to zero, and any change', async () => {
    const { db } = world.deps;
    const unbalanced = db.transaction(async (transaction) => {
      await query(
        transaction,
        `with t as (insert into ledger_transactions (order_id, fact, currency)
           select id, 'wrong', 'EUR' from orders limit 1 returning id)
         insert into ledger_entries select id, 'seller', 1 from t`,
      );
    });
    await expect(unbalanced).rejects.toThrow('out of balance');
    await expect(query(db, 'delete from ledger_entries')).rejects.toThrow('only added to');
  });

  it('number invoices without a gap', async () => {
    const rows = await query<{ kind: string; running: number }>(
      world.deps.db,
      `select kind, right(number, 6)::int as running from invoices order by kind, number`,
    );
    for (const kind of ['invoice', 'credit-note']) {
      const running = rows.filter((row) => row.kind === kind).map((row) => row.running);
      expect(running).toEqual(running.map((_, index) => index + 1));
    }
  });
});
