import { cents, type Cents } from './money.js';
import type { OrderStanding } from './order-transitions.js';
import { splitVat } from './pricing/vat.js';
import { isForGood } from './returns.js';
import { shareReturned, type ShareTerms } from './shares.js';

/**
 * The accounts of an installation. Debit is positive, credit negative.
 * provider: money that the payment provider holds or paid out for us. seller: what the seller earns.
 * platform: the service fee. disputed: money a bank took back until a dispute is decided.
 * loss: money that left beyond what was paid, given back twice. dispute-fees: what the provider
 * charges for disputes. vat-included and vat-of-sales: a note of the VAT within the sales; it moves
 * no money.
 */
export const LEDGER_ACCOUNTS = [
  'provider',
  'seller',
  'platform',
  'disputed',
  'loss',
  'dispute-fees',
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
  /** What it books, unique in its order: "payment", "refund:re_1", "dispute:dp_1", "dispute:dp_1:2". */
  readonly fact: string;
  readonly entries: readonly LedgerEntry[];
}

export interface LedgerTerms extends ShareTerms {
  /** Percent; the total includes it. */
  readonly vatRate: number;
}

/** What is in the books already. */
export type Booked = ReadonlyMap<string, readonly LedgerEntry[]>;

/** Where a payment, a refund or a dispute puts money; the rest follows from these. */
type Place = Extract<LedgerAccount, 'provider' | 'disputed' | 'dispute-fees'>;
type Placed = Readonly<Record<Place, number>>;
const PLACES = ['provider', 'disputed', 'dispute-fees'] as const satisfies readonly Place[];

/**
 * The transactions that the books lack, to be added in this order. Nothing in the books is changed:
 * each subject (the payment, a refund, a dispute) is booked by what differs from what is booked of it
 * already, and the shares by what differs from those of all that was given back. So the sums depend
 * on the standing alone, whatever way led there.
 */
export function transactionsMissing(
  terms: LedgerTerms,
  standing: OrderStanding,
  booked: Booked,
): LedgerTransaction[] {
  if (standing.paidAt === undefined || terms.total === 0) return [];
  const books = openBooks(booked);
  const missing: LedgerTransaction[] = [];
  const add = (subject: string, moved: Placed) => {
    const entries = books.enter({ ...moved, ...dependentOf(terms, books.sums(moved)) });
    if (entries.length === 0) return;
    const times = books.timesBooked(subject);
    missing.push({ fact: times === 0 ? subject : `${subject}:${times + 1}`, entries });
  };
  for (const [subject, wanted] of wantedOf(terms, standing)) {
    const moved = books.differenceOf(subject, wanted);
    if (PLACES.some((place) => moved[place] !== 0)) add(subject, moved);
  }
  // Books that were kept by other rules are put right, too.
  add('correction', { provider: 0, disputed: 0, 'dispute-fees': 0 });
  return missing;
}

/** By subject, the payment first: what its facts put where, in all. */
function wantedOf({ total }: LedgerTerms, { refunds, disputes }: OrderStanding) {
  const wanted = new Map<string, Placed>([
    ['payment', { provider: total, disputed: 0, 'dispute-fees': 0 }],
  ]);
  for (const { id, amount, status } of refunds)
    wanted.set(`refund:${id}`, {
      provider: status === 'made' ? 0 - amount : 0,
      disputed: 0,
      'dispute-fees': 0,
    });
  for (const dispute of disputes) {
    const { id, taken, fee } = dispute;
    wanted.set(`dispute:${id}`, {
      provider: 0 - taken - fee,
      disputed: isForGood(dispute) ? 0 : taken,
      'dispute-fees': fee,
    });
  }
  return wanted;
}

/** The accounts that follow from where the money is: shares, loss and the note of the VAT, in all. */
function dependentOf(terms: LedgerTerms, sums: ReadonlyMap<LedgerAccount, number>) {
  const placed = PLACES.reduce((all, place) => all + (sums.get(place) ?? 0), 0);
  const returned = cents(terms.total - placed);
  const shares = shareReturned(terms, returned);
  const left = cents(Math.max(0, Math.min(terms.total, placed)));
  const { vat } = splitVat(left, terms.vatRate);
  const due = {
    seller: shares.seller - (terms.total - terms.serviceFee),
    platform: shares.platform - terms.serviceFee,
    loss: shares.loss,
    'vat-of-sales': vat,
    'vat-included': 0 - vat,
  } as const satisfies Partial<Record<LedgerAccount, number>>;
  const change = (account: keyof typeof due) => due[account] - (sums.get(account) ?? 0);
  return {
    seller: change('seller'),
    platform: change('platform'),
    loss: change('loss'),
    'vat-of-sales': change('vat-of-sales'),
    'vat-included': change('vat-included'),
  };
}

/** Sums of what is booked, by subject and in all, that grow with what is entered. */
function openBooks(booked: Booked) {
  const totals = new Map<LedgerAccount, number>();
  const subjects = new Map<string, Map<LedgerAccount, number>>();
  const times = new Map<string, number>();
  for (const [fact, entries] of booked) {
    const subject = subjectOf(fact);
    const own = subjects.get(subject) ?? new Map<LedgerAccount, number>();
    subjects.set(subject, own);
    times.set(subject, (times.get(subject) ?? 0) + 1);
    for (const { account, amount } of entries) {
      addTo(totals, account, amount);
      addTo(own, account, amount);
    }
  }
  return {
    timesBooked: (subject: string) => times.get(subject) ?? 0,
    differenceOf(subject: string, wanted: Placed): Placed {
      const own = subjects.get(subject);
      const missing = (place: Place) => wanted[place] - (own?.get(place) ?? 0);
      return {
        provider: missing('provider'),
        disputed: missing('disputed'),
        'dispute-fees': missing('dispute-fees'),
      };
    },
    /** In all, once this is entered. */
    sums(moved: Placed): ReadonlyMap<LedgerAccount, number> {
      const after = new Map(totals);
      for (const place of PLACES) addTo(after, place, moved[place]);
      return after;
    },
    enter(amounts: Readonly<Record<LedgerAccount, number>>): LedgerEntry[] {
      for (const account of LEDGER_ACCOUNTS) addTo(totals, account, amounts[account]);
      return LEDGER_ACCOUNTS.flatMap((account) =>
        amounts[account] === 0 ? [] : [{ account, amount: cents(amounts[account]) }],
      );
    },
  };
}

/** "refund:re_1" of "refund:re_1:2"; books of earlier years say "refund-failed:re_1", "dispute-lost:dp_1". */
function subjectOf(fact: string): string {
  const [, kind, id] = /^(refund|dispute)[a-z-]*:([^:]+)/.exec(fact) ?? [];
  if (kind !== undefined) return `${kind}:${id}`;
  return fact.replace(/:.*$/, '');
}

function addTo(sums: Map<LedgerAccount, number>, account: LedgerAccount, amount: number): void {
  sums.set(account, (sums.get(account) ?? 0) + amount);
}
