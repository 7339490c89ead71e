import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../core/domain/money.js';
import { stripeBooks } from '../adapters/payments/stripe-books.js';
import { checkMoney, givenBack, type Sale } from './check-money.js';
import { moneyHistories, type MoneyAction } from './money-actions.js';
import { providerWorld } from './provider-world.js';
import { shopModel } from './shop-model.js';

const placedAt = new Date('2026-05-17T10:00:00Z');

/** What was sold: with or without a code, by the platform itself or by a seller. */
const sales = fc
  .record({
    subtotal: fc.constantFrom(500, 800, 2500, 3999),
    percentOff: fc.constantFrom(0, 0, 15, 33),
    sellerAccount: fc.constantFrom(undefined, 'acct_lea'),
    vatRate: fc.constantFrom(0, 5.5, 20),
  })
  .map(({ subtotal, percentOff, sellerAccount, vatRate }) => ({
    total: cents(subtotal - Math.round((subtotal * percentOff) / 100) + 100),
    serviceFee: cents(100),
    currency: 'EUR' as const,
    placedAt,
    expiredAt: undefined,
    sellerAccount,
    vatRate,
  }));

/** For each event: whether it is lost, how often it comes, and before which others. */
const deliveries = fc.array(
  fc.record({ times: fc.constantFrom(0, 1, 1, 2), order: fc.nat(1000) }),
  { minLength: 30, maxLength: 30 },
);

function play(
  sale: Sale,
  history: readonly MoneyAction[],
  fates: readonly { readonly times: number; readonly order: number }[],
) {
  let now = placedAt.getTime() + 60_000;
  const clock = () => now;
  const books = stripeBooks();
  const seller =
    sale.sellerAccount === undefined
      ? {}
      : { destination: sale.sellerAccount, fee: sale.serviceFee };
  const payment = books.start({ amount: sale.total, currency: 'eur', ...seller });
  const provider = providerWorld(books, payment, clock);
  const shop = shopModel(sale, provider, clock);
  let waiting: { readonly order: number; readonly event: ReturnType<typeof shop.fetch>[number] }[] =
    [];
  let told = 0;
  const collect = () => {
    for (const event of shop.fetch()) {
      const { times, order } = fates[told % fates.length] ?? { times: 1, order: 0 };
      told += 1;
      for (let time = 0; time < times; time += 1)
        waiting.push({ event, order: order + time * 400 });
    }
  };
  const deliver = () => {
    collect();
    const due = waiting.sort((a, b) => a.order - b.order);
    waiting = [];
    for (const { event } of due) {
      shop.take(event);
      checkDocuments(sale, shop);
    }
  };
  for (const action of history) {
    now += action.passes ?? 1000;
    if (action.kind === 'deliver') deliver();
    else if (action.kind === 'poll') shop.poll();
    else if (action.kind === 'our-refund') shop.refund(action);
    else provider.act(action);
    checkDocuments(sale, shop);
  }
  deliver();
  // Months later, the last questions: whatever was lost is known now.
  now += 90_000_000;
  shop.pollPayment();
  shop.poll();
  checkDocuments(sale, shop);
  return { provider, shop, deliver, clock, pass: (ms: number) => (now += ms) };
}

type Played = ReturnType<typeof play>;

/** At no time do the documents of an order take back more than it, or more than they charged. */
function checkDocuments({ total }: Sale, { documents }: Played['shop']): void {
  const sum = documents.reduce((all, document) => all + document.total, 0);
  // Asked after each notice of each history: an expectation of its own would take most of the time.
  if (sum < 0 || sum > total) throw new Error(`The documents of ${total} come to ${sum}`);
}

const keptBy = ({ booked, documents, standing }: Played['shop']) => ({
  booked,
  documents,
  ...standing(),
});

/** Each refund of ours was made once, and what we say of it is so. */
function checkRefunds({ provider: { payment }, shop }: Played): void {
  const ours = payment.refunds.filter(({ reference }) => reference !== undefined);
  expect(new Set(ours.map(({ reference }) => reference)).size).toBe(ours.length);
  for (const { reference, state, amount } of shop.asked) {
    const made = ours.find((refund) => refund.reference === reference);
    if (state === 'sent') expect(made?.amount).toBe(amount);
    if (state === 'refused') expect(made).toBeUndefined();
  }
}

/** Once more, and all that is left: then the seller's part and the fee stand where the books have them. */
function checkMending(sale: Sale, played: Played): void {
  const { provider, shop, pass } = played;
  const { payment } = provider;
  for (let time = 0; time < 2; time += 1) {
    pass(100_000_000);
    shop.refund({ kind: 'our-refund', whole: true });
  }
  pass(1000);
  shop.poll();
  checkMoney(sale, payment, keptBy(shop));
  checkRefunds(played);
  const { state, paidAt } = shop.standing();
  // What a bank has settled, or is about to, cannot be refunded on top of it.
  const isWithBank = payment.disputes.some(
    ({ status, moves }) =>
      ['needs_response', 'under_review'].includes(status) ||
      (status === 'prevented' && moves.length > 0),
  );
  const isFinal = payment.refunds.every(({ status }) => status !== 'pending');
  if (paidAt === undefined || isWithBank || !isFinal) return;
  if (state !== 'disputed') expect(givenBack(payment)).toBeGreaterThanOrEqual(sale.total);
  if (sale.sellerAccount === undefined) return;
  // What was moved by hand beyond that stays with whoever has it: it cannot be asked back.
  const back = Math.min(sale.total, givenBack(payment));
  expect(payment.reversed).toBeGreaterThanOrEqual(back);
  expect(payment.feeReturned).toBeGreaterThanOrEqual(back - sale.total + sale.serviceFee);
}

describe('10,000 random histories of money', () => {
  it('end with ledger, documents and provider equal to the cent, whatever was lost on the way', () => {
    fc.assert(
      fc.property(sales, moneyHistories, deliveries, (sale, history, fates) => {
        const played = play(sale, history, fates);
        checkMoney(sale, played.provider.payment, keptBy(played.shop));
        checkRefunds(played);
        checkMending(sale, played);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);
});
