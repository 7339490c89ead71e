import { expect } from 'vitest';
import { LEDGER_ACCOUNTS, type Booked, type LedgerAccount } from '../../core/domain/ledger.js';
import { cents } from '../../core/domain/money.js';
import type { OrderStanding, OrderTerms } from '../../core/domain/order-transitions.js';
import { splitVat } from '../../core/domain/pricing/vat.js';
import { balanceOf, type KeptPayment } from '../adapters/payments/stripe-books.js';
import { worthOf } from '../adapters/payments/stripe-objects.js';

export type Sale = OrderTerms & { readonly vatRate: number };

/** What the shop has of an order's money. */
export interface KeptMoney extends Pick<OrderStanding, 'state' | 'problems'> {
  readonly booked: Booked;
  readonly documents: readonly { readonly total: number }[];
}

function balances({ booked }: Pick<KeptMoney, 'booked'>): Record<LedgerAccount, number> {
  const sums = new Map<LedgerAccount, number>(LEDGER_ACCOUNTS.map((account) => [account, 0]));
  for (const entries of booked.values()) {
    const difference = entries.reduce((sum, { amount }) => sum + amount, 0);
    if (difference !== 0) throw new Error(`A transaction is out of balance by ${difference}`);
    for (const { account, amount } of entries) sums.set(account, (sums.get(account) ?? 0) + amount);
  }
  return Object.fromEntries(sums) as Record<LedgerAccount, number>;
}

/** What the buyer has back in the end, worked out from the provider's books and not from ours. */
export function givenBack(payment: KeptPayment): number {
  const made = payment.refunds.filter(({ status }) => status === 'succeeded');
  const disputes = payment.disputes.filter(
    ({ status }) => status === 'lost' || status === 'prevented',
  );
  return [
    ...made.map(({ amount }) => amount),
    ...disputes.flatMap(({ moves }) => moves.map(({ amount }) => 0 - amount)),
  ].reduce((sum, amount) => sum + amount, 0);
}

/** To the cent: our books, our documents and our alarms against what the provider has. */
export function checkMoney(sale: Sale, payment: KeptPayment, kept: KeptMoney): void {
  const sums = balances(kept);
  const pending = payment.refunds
    .filter(({ status }) => status === 'pending')
    .reduce((sum, { amount }) => sum + amount, 0);
  // A refund on its way has left the provider's balance; our books wait for the bank's word.
  expect(sums.provider - pending).toBe(worthOf(payment));
  const back = givenBack(payment);
  const isPaid = payment.status === 'succeeded';
  const left = isPaid ? Math.max(0, sale.total - back) : 0;
  const documents = kept.documents.reduce((all, { total }) => all + total, 0);
  expect(documents).toBe(left);
  expect(0 - sums.seller - sums.platform).toBe(left);
  expect(0 - sums['vat-included']).toBe(splitVat(cents(left), sale.vatRate).vat);
  expect(sums.loss).toBe(isPaid ? Math.max(0, back - sale.total) : 0);
  const { problems, state } = kept;
  expect(problems.includes('paid-back-twice')).toBe(sums.loss > 0);
  expect(['paid', 'partly-refunded'].includes(state)).toBe(
    isPaid &&
      left > 0 &&
      payment.disputes.every(
        ({ status }) => !['needs_response', 'under_review', 'lost'].includes(status),
      ),
  );
  if (sale.sellerAccount === undefined || pending > 0 || !isPaid) return;
  const isAsInBooks =
    payment.reversed === sale.total - left &&
    payment.feeReturned === Math.max(0, sale.serviceFee - left);
  expect(problems.includes('shares-differ')).toBe(!isAsInBooks);
  if (isAsInBooks) expect(balanceOf(payment).seller).toBe(0 - sums.seller);
}
