import type { Cents } from './money.js';
import type { Order, OrderProblem } from './order.js';
import type { PaymentFact } from './payment-fact.js';
import { returnedOf, type Dispute, type Refund } from './returns.js';
import { sharesAfter, type ShareTerms } from './shares.js';

interface MovedMoney {
  readonly paidAt: Date | undefined;
  readonly returned: Cents;
  readonly refunds: readonly Refund[];
  readonly disputes: readonly Dispute[];
}

/**
 * What a person has to look at: where money moved that the books can only show as a loss, where the
 * provider's books differ from ours, and where somebody waits for an answer.
 *
 * @param sorted each fact once, in the order of time
 */
export function problemsOf(
  terms: ShareTerms & Pick<Order, 'currency'> & { readonly sellerAccount: string | undefined },
  money: MovedMoney,
  sorted: readonly PaymentFact[],
  isMismatched: boolean,
): OrderProblem[] {
  const problems: OrderProblem[] = isMismatched ? ['payment-mismatch'] : [];
  if (money.paidAt === undefined) return problems;
  const { returned, disputes } = money;
  if (returned > terms.total) problems.push('paid-back-twice');
  if (disputes.some(({ toAnswer }) => toAnswer)) problems.push('dispute-to-answer');
  // Whoever gave everything back has done what a warning asks for.
  if (returned < terms.total && disputes.length === 0 && hasWarning(sorted))
    problems.push('fraud-warning');
  if (hasOpenReview(sorted)) problems.push('in-review');
  if (terms.sellerAccount !== undefined && differs(terms, money, sorted))
    problems.push('shares-differ');
  return problems;
}

function hasWarning(sorted: readonly PaymentFact[]): boolean {
  const warnings = new Map<string, boolean>();
  for (const fact of sorted)
    if (fact.kind === 'fraud-warning') warnings.set(fact.warningId, fact.actionable);
  return [...warnings.values()].includes(true);
}

function hasOpenReview(sorted: readonly PaymentFact[]): boolean {
  const reviews = new Map<string, boolean>();
  for (const fact of sorted) if (fact.kind === 'review') reviews.set(fact.reviewId, fact.open);
  return [...reviews.values()].includes(true);
}

/** Of what was seen last, unless money moved since: then it is seen anew first. */
function differs(
  terms: ShareTerms,
  { refunds, disputes }: MovedMoney,
  sorted: readonly PaymentFact[],
): boolean {
  const seen = sorted.findLast((fact) => fact.kind === 'shares');
  const returned = returnedOf(refunds, disputes);
  if (seen === undefined || seen.returned !== returned) return false;
  const due = sharesAfter(terms, returned);
  return seen.reversed !== due.reversed || seen.feeReturned !== due.feeReturned;
}
