import { negated, type Cents } from './money.js';
import type { OrderStanding } from './order-transitions.js';

/** A document that an order lacks: of its sale, or of what changed its amount since. */
export type DueDocument =
  | { readonly kind: 'sale'; readonly fact: string }
  | {
      readonly kind: 'correction';
      /** What it tells of, unique in its order: "refund:re_1". A fact of the books, too. */
      readonly fact: string;
      readonly reason: 'refund' | 'dispute-lost' | 'refund-failed' | 'dispute-won';
      /** What it adds to the sale: negative for money given back. */
      readonly amount: Cents;
      /** The fact whose document it corrects. */
      readonly corrects: string;
    };

/**
 * The documents to be issued now, in this order. Money that is given back for good, by a refund or a
 * lost dispute, gets a credit note. A document is never taken back: where the money came back after
 * all, a further invoice cancels the credit note. So the documents of an order add up to what its
 * buyer paid in the end, as the books do.
 *
 * @param issued the facts that have a document
 */
export function documentsDue(
  { refunds, disputes }: OrderStanding,
  issued: ReadonlySet<string>,
): DueDocument[] {
  const due: DueDocument[] = issued.has('sale') ? [] : [{ kind: 'sale', fact: 'sale' }];
  const correct = (
    { id, amount }: { readonly id: string; readonly amount: Cents },
    isReturned: boolean,
    [returned, cancelled]:
      readonly ['refund', 'refund-failed'] | readonly ['dispute-lost', 'dispute-won'],
  ) => {
    const credit = `${returned}:${id}`;
    const cancellation = `${cancelled}:${id}`;
    const kind = 'correction';
    if (amount === 0) return;
    if (isReturned && !issued.has(credit))
      due.push({ kind, fact: credit, reason: returned, amount: negated(amount), corrects: 'sale' });
    if (!isReturned && issued.has(credit) && !issued.has(cancellation))
      due.push({ kind, fact: cancellation, reason: cancelled, amount, corrects: credit });
  };
  for (const refund of refunds) correct(refund, !refund.failed, ['refund', 'refund-failed']);
  for (const dispute of disputes)
    correct(dispute, dispute.end === 'lost', ['dispute-lost', 'dispute-won']);
  return due;
}
