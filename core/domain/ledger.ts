import { cents, negated, sumOf, type Cents } from './money.js';
import type { OrderStanding } from './order-transitions.js';
import { splitVat } from './pricing/vat.js';

/**
 * The accounts of an installation. Debit is positive, credit negative.
 * provider: money that the payment provider holds or paid out for us. seller: what the seller earns.
 * platform: the service fee. disputed: money a bank took back until a dispute is decided.
 * vat-included and vat-of-sales: a note of the VAT within the sales; it moves no money.
 */
export const LEDGER_ACCOUNTS = [
  'provider',
  'seller',
  'platform',
  'disputed',
  'vat-included',
  'vat-of-sales',
] as const;
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number];

export interface LedgerEntry {
  readonly account: LedgerAccount;
  /** Never zero: a fact that moves no money is not booked. */
  readonly amount: Cents;
}

/** Entries that sum to zero. */
export interface LedgerTransaction {
  /** What it books, unique in its order: "payment", "refund:re_1", "dispute:dp_1". */
  readonly fact: string;
  readonly entries: readonly LedgerEntry[];
}

export interface LedgerTerms {
  readonly total: Cents;
  /** Of the total: what the buyer pays to the platform. */
  readonly serviceFee: Cents;
  /** Percent; the total includes it. */
  readonly vatRate: number;
}

/**
 * How money given back is shared: the seller's part goes first, and only what exceeds it comes out
 * of the platform's fee. So a partial refund keeps the fee, one of everything returns it, and the
 * shares depend on the sum given back alone, not on the steps.
 */
export function shareOfReturn(
  { total, serviceFee }: Pick<LedgerTerms, 'total' | 'serviceFee'>,
  returnedBefore: Cents,
  amount: Cents,
): { readonly seller: Cents; readonly platform: Cents } {
  const sellerPart = total - serviceFee;
  const upTo = (sum: number) => Math.min(sum, sellerPart);
  const seller = upTo(returnedBefore + amount) - upTo(returnedBefore);
  return { seller: cents(seller), platform: cents(amount - seller) };
}

/** What is in the books already. */
export type Booked = ReadonlyMap<string, readonly LedgerEntry[]>;

/**
 * The transactions that the books lack, to be added in this order. Nothing in the books is changed:
 * what was booked and did not last is booked back.
 */
export function transactionsMissing(
  terms: LedgerTerms,
  standing: OrderStanding,
  booked: Booked,
): LedgerTransaction[] {
  if (standing.paidAt === undefined || terms.total === 0) return [];
  const missing: LedgerTransaction[] = [];
  // What the seller and the platform gave back so far.
  let returned =
    bookedOn(booked, 'seller') +
    bookedOn(booked, 'platform') +
    (booked.has('payment') ? terms.total : 0);
  let vatOfSales = bookedOn(booked, 'vat-of-sales');
  const add = (fact: string, amounts: Partial<Record<LedgerAccount, number>>) => {
    const entries = entriesOf(amounts);
    if (entries.length > 0) missing.push({ fact, entries });
  };
  /** What the VAT of the sales becomes, where this much of the payment is given back. */
  const noteVat = () => {
    const left = cents(Math.max(0, terms.total - returned));
    const change = splitVat(left, terms.vatRate).vat - vatOfSales;
    vatOfSales += change;
    return { 'vat-of-sales': change, 'vat-included': 0 - change };
  };
  /** Money given back for good (positive) or come back (negative), and the account it leaves by. */
  const giveBack = (fact: string, amount: number, from: 'provider' | 'disputed') => {
    const before = Math.min(returned, returned + amount);
    const { seller, platform } = shareOfReturn(terms, cents(before), cents(Math.abs(amount)));
    const sign = Math.sign(amount);
    returned += amount;
    add(fact, {
      [from]: -amount,
      seller: sign * seller,
      platform: sign * platform,
      ...noteVat(),
    });
  };

  if (!booked.has('payment')) {
    add('payment', {
      provider: terms.total,
      seller: -(terms.total - terms.serviceFee),
      platform: negated(terms.serviceFee),
      ...noteVat(),
    });
  }
  for (const { id, amount, failed } of standing.refunds) {
    const isBooked = booked.has(`refund:${id}`);
    if (!isBooked && !failed) giveBack(`refund:${id}`, amount, 'provider');
    else if (isBooked && failed && !booked.has(`refund-failed:${id}`))
      giveBack(`refund-failed:${id}`, negated(amount), 'provider');
  }
  for (const { id, amount, end } of standing.disputes) {
    if (!booked.has(`dispute:${id}`))
      add(`dispute:${id}`, { provider: negated(amount), disputed: amount });
    // A bank that decides a second time takes or gives the money itself: nothing is held any more.
    if (end === 'won' && !booked.has(`dispute-won:${id}`)) {
      if (booked.has(`dispute-lost:${id}`))
        giveBack(`dispute-won:${id}`, negated(amount), 'provider');
      else add(`dispute-won:${id}`, { provider: amount, disputed: negated(amount) });
    }
    if (end === 'lost' && !booked.has(`dispute-lost:${id}`)) {
      const from = booked.has(`dispute-won:${id}`) ? 'provider' : 'disputed';
      giveBack(`dispute-lost:${id}`, amount, from);
    }
  }
  return missing;
}

function bookedOn(booked: Booked, account: LedgerAccount): number {
  return sumOf(
    [...booked.values()]
      .flat()
      .flatMap((entry) => (entry.account === account ? [entry.amount] : [])),
  );
}
function entriesOf(amounts: Partial<Record<LedgerAccount, number>>): LedgerEntry[] {
  return LEDGER_ACCOUNTS.flatMap((account) => {
    const amount = amounts[account] ?? 0;
    return amount === 0 ? [] : [{ account, amount: cents(amount) }];
  });
}
