import { cents, negated, type Cents } from './money.js';
import type { OrderStanding } from './order-transitions.js';
import { isForGood } from './returns.js';

/** A document that an order lacks: of its sale, or of what changed its amount since. */
export type DueDocument =
  | { readonly kind: 'sale'; readonly fact: string }
  | {
      readonly kind: 'correction';
      /** What it tells of, unique in its order: "refund:re_1", "dispute-lost:dp_1:2". */
      readonly fact: string;
      readonly reason: CorrectionReason;
      /** What it adds to the sale: negative for money given back. */
      readonly amount: Cents;
      /** The fact whose document it corrects. */
      readonly corrects: string;
    };

export type CorrectionReason = 'refund' | 'dispute-lost' | 'refund-failed' | 'dispute-won';

/** A document that was issued. */
export interface IssuedFact {
  readonly fact: string;
  /** Negative for a credit note. */
  readonly total: Cents;
}

/**
 * The documents to be issued now, in this order. Money that is given back for good, by a refund or a
 * lost dispute, gets a credit note, up to what the order was sold for: what a buyer has back twice is
 * a loss, not a sale that is taken back. A document is never taken back: where the money came back
 * after all, a further invoice cancels the credit note. So the documents of an order add up to what
 * its buyer paid in the end, never below nothing, as the books do.
 *
 * @param issued the documents so far, in the order of their issue
 */
export function documentsDue(
  total: Cents,
  { refunds, disputes }: OrderStanding,
  issued: readonly IssuedFact[],
): DueDocument[] {
  const subjects = [
    ...refunds.map(({ id, amount, status }) =>
      subjectOf('refund', id, status === 'made' ? amount : 0, issued),
    ),
    ...disputes.map((dispute) =>
      subjectOf('dispute', dispute.id, isForGood(dispute) ? dispute.taken : 0, issued),
    ),
  ];
  const due: DueDocument[] = issued.some(({ fact }) => fact === 'sale')
    ? []
    : [{ kind: 'sale', fact: 'sale' }];
  for (const subject of subjects)
    if (subject.credited > subject.returned)
      due.push(cancellation(subject, subject.credited - subject.returned));
  let credited = subjects.reduce((sum, subject) => sum + subject.credited, 0);
  // Documents of earlier rules may take back more than the sale.
  for (const subject of subjects.toReversed()) {
    const tooMuch = Math.min(credited - total, subject.credited);
    if (tooMuch <= 0) continue;
    due.push(cancellation(subject, tooMuch));
    credited -= tooMuch;
  }
  for (const subject of subjects) {
    const amount = Math.min(subject.returned - subject.credited, total - credited);
    if (amount <= 0) continue;
    due.push(credit(subject, amount));
    credited += amount;
  }
  return due;
}

interface Subject {
  readonly kind: 'refund' | 'dispute';
  readonly id: string;
  /** With the buyer for good. */
  readonly returned: number;
  /** By documents, so far. */
  credited: number;
  readonly issued: readonly IssuedFact[];
}

const REASONS = {
  refund: { credit: 'refund', cancel: 'refund-failed' },
  dispute: { credit: 'dispute-lost', cancel: 'dispute-won' },
} as const;

function subjectOf(
  kind: Subject['kind'],
  id: string,
  returned: number,
  issued: readonly IssuedFact[],
): Subject {
  const { credit, cancel } = REASONS[kind];
  const own = issued.filter(({ fact }) => isOf(fact, credit, id) || isOf(fact, cancel, id));
  const credited = own.reduce((sum, { total }) => sum - total, 0);
  return { kind, id, returned: Math.max(0, returned), credited, issued: own };
}

function isOf(fact: string, reason: CorrectionReason, id: string): boolean {
  return fact === `${reason}:${id}` || fact.startsWith(`${reason}:${id}:`);
}

function credit(subject: Subject, amount: number): DueDocument {
  const reason = REASONS[subject.kind].credit;
  subject.credited += amount;
  return correction(subject, reason, negated(cents(amount)), 'sale');
}

/** Of the latest credit note of its subject. */
function cancellation(subject: Subject, amount: number): DueDocument {
  const { credit: credited, cancel } = REASONS[subject.kind];
  subject.credited -= amount;
  const last = subject.issued.findLast(({ fact }) => isOf(fact, credited, subject.id));
  return correction(subject, cancel, cents(amount), last?.fact ?? 'sale');
}

function correction(
  { id, issued }: Subject,
  reason: CorrectionReason,
  amount: Cents,
  corrects: string,
): DueDocument {
  const times = issued.filter(({ fact }) => isOf(fact, reason, id)).length;
  const fact = times === 0 ? `${reason}:${id}` : `${reason}:${id}:${times + 1}`;
  return { kind: 'correction', fact, reason, amount, corrects };
}
