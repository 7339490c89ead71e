import { claimDiscount, releaseDiscount } from '../../db/queries/discount-codes.js';
import { book, bookedOf } from '../../db/queries/ledger.js';
import { addItems, setDiscountClaim, setStanding } from '../../db/queries/order-changes.js';
import type { StoredOrder } from '../../db/queries/order-rows.js';
import { lockOrder } from '../../db/queries/orders.js';
import { photosOfAllOfMine } from '../../db/queries/packs.js';
import { factsOf } from '../../db/queries/payment-notices.js';
import type { Db } from '../../db/query.js';
import { transactionsMissing } from '../../domain/ledger.js';
import { wasPaid, type OrderId } from '../../domain/order.js';
import { standingOf, type OrderStanding } from '../../domain/order-transitions.js';
import { alarmOperator } from '../alarm-operator.js';
import { issueInvoices } from './issue-invoices.js';
import { enqueueOrderMails } from './order-mails.js';
import type { Seller } from './order-deps.js';

export interface SettledOrder {
  readonly before: StoredOrder;
  readonly after: OrderStanding;
}

/**
 * Brings an order to where all that is known of its payment puts it: its state, the books, what
 * was bought, invoices and mail, in the caller's transaction. It holds the order meanwhile and
 * adds only what is missing, so that it may run any number of times, and at the same time.
 */
export async function settleOrder(
  transaction: Db,
  orderId: OrderId,
  { seller, now }: { readonly seller: Seller; readonly now: Date },
): Promise<SettledOrder> {
  const before = await lockOrder(transaction, orderId);
  const facts = before.payment === undefined ? [] : await factsOf(transaction, before.payment);
  const after = standingOf(before, facts);
  await setStanding(transaction, orderId, after);
  await keepBooks(transaction, before, after);
  await settleDiscount(transaction, before, after, now);
  const isFulfilledNow = before.paidAt === undefined && after.paidAt !== undefined;
  if (isFulfilledNow) await addPhotosOfRunners(transaction, before);
  const order = isFulfilledNow ? await lockOrder(transaction, orderId) : { ...before, ...after };
  await enqueueOrderMails(transaction, { before, order, after, facts, seller, now });
  await alarmOfProblems(transaction, before, after, seller);
  // Last: it takes numbers, for which other orders wait.
  await issueInvoices(transaction, { order, after, seller, now });
  return { before, after };
}

/** Once of each kind: the list of orders shows it as long as it lasts. */
async function alarmOfProblems(
  transaction: Db,
  { id, number: orderNumber }: StoredOrder,
  { problems }: OrderStanding,
  { operator }: Seller,
): Promise<void> {
  for (const problem of problems)
    await alarmOperator(transaction, operator, {
      key: `order-problem:${id}:${problem}`,
      alarm: 'order-problem',
      values: { orderNumber, problem },
    });
}

async function keepBooks(
  transaction: Db,
  order: StoredOrder,
  standing: OrderStanding,
): Promise<void> {
  const booked = await bookedOf(transaction, order.id);
  for (const missing of transactionsMissing(order, standing, booked))
    await book(transaction, order, missing);
}

/**
 * An order that nobody paid gives its use of a code back, and takes it again where money came late.
 * The order names the code as long as it holds a use of it, so that none is given back twice.
 */
async function settleDiscount(
  transaction: Db,
  before: StoredOrder,
  after: OrderStanding,
  now: Date,
): Promise<void> {
  const { id, discountCodeId, discountCode, eventId } = before;
  if (discountCode === undefined || eventId === undefined) return;
  if (discountCodeId !== undefined && after.state === 'expired') {
    await releaseDiscount(transaction, discountCodeId);
    await setDiscountClaim(transaction, id, undefined);
  } else if (discountCodeId === undefined && !wasPaid(before.state) && wasPaid(after.state)) {
    const claimed = await claimDiscount(transaction, { eventId, code: discountCode, at: now });
    // Used up by others meanwhile: the buyer keeps the price of the order all the same.
    await setDiscountClaim(transaction, id, claimed?.id);
  }
}

/** "All of mine" is all that there is when the money is sure, not when the cart was made. */
async function addPhotosOfRunners(transaction: Db, order: StoredOrder): Promise<void> {
  const { eventId } = order;
  if (eventId === undefined) return;
  for (const [ordinal, { kind, bib, size }] of order.lines.entries()) {
    if (kind !== 'all-of-mine' || bib === undefined) continue;
    const photoIds = await photosOfAllOfMine(transaction, eventId, bib);
    await addItems(transaction, order.id, { ordinal, size, photoIds });
  }
}
