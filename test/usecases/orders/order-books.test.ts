import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../../core/db/query.js';
import { cents } from '../../../core/domain/money.js';
import type { OrderTerms, PaymentFact } from '../../../core/domain/order-transitions.js';
import { showPayouts } from '../../../core/usecases/orders/show-payouts.js';
import { takeNotice } from '../../../core/usecases/orders/take-payment-notice.js';
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
  const once = new Map<
    string,
    { readonly amount: number; fate: 'refund' | 'none' | 'held' | 'lost' }
  >();
  for (const fact of facts) {
    if (fact.kind === 'refunded') once.set(fact.refundId, { amount: fact.amount, fate: 'refund' });
    if (fact.kind === 'dispute-opened')
      once.set(fact.disputeId, { amount: fact.amount, fate: 'held' });
  }
  const inTime = [...facts].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1),
  );
  for (const fact of inTime) {
    if (fact.kind === 'refund-failed') change(once, fact.refundId, 'none');
    if (fact.kind === 'dispute-closed') change(once, fact.disputeId, fact.won ? 'none' : 'lost');
  }
  const sum = (...fates: string[]) =>
    [...once.values()].reduce(
      (all, { amount, fate }) => all + (paid && fates.includes(fate) ? amount : 0),
      0,
    );
  const returned = sum('refund', 'lost');
  const kept = paid ? Math.max(0, total - returned) : 0;
  return {
    received: paid ? total : 0,
    returned,
    disputed: sum('held'),
    vat: Math.round((kept * 20) / 120),
    isDelivered: paid && sum('held', 'lost') === 0 && sum('refund') < total,
  };
}

function change<Fate>(once: Map<string, { fate: Fate }>, id: string, fate: Fate): void {
  const known = once.get(id);
  if (known !== undefined) known.fate = fate;
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
    vat = 0,
    seller = 0,
    platform = 0,
  } = payout ?? {};
  return { received, returned, disputed, vat, earned: seller + platform, documents };
}

describe('the books', () => {
  it('and the documents agree with what happened to the cent, however it was told', async () => {
    const terms: OrderTerms = {
      total: cents(900),
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
          vat: after.vat - before.vat,
          isDelivered: ['paid', 'partly-refunded'].includes(await world.stateOf(number)),
        }).toEqual(expected);
        expect(after.earned).toBe(after.received - after.returned);
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
