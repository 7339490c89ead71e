import { claimDiscount, lockDiscountCode } from '../../db/queries/discount-codes.js';
import { findEvent } from '../../db/queries/events.js';
import { lockCheckout, lockSessionOrders } from '../../db/queries/new-orders.js';
import {
  countHoldingOrders,
  lockLimitedPacks,
  type PersonHashes,
} from '../../db/queries/offer-uses.js';
import { freeCheckout, setSuccessor } from '../../db/queries/order-changes.js';
import type { StoredOrder } from '../../db/queries/order-rows.js';
import { findOrderByKey, readOrder } from '../../db/queries/orders.js';
import { findSellingPause } from '../../db/queries/selling-pauses.js';
import { findUnpaidOfSession } from '../../db/queries/unpaid-orders.js';
import type { Db } from '../../db/query.js';
import { LARGEST_TOTAL, type OrderId } from '../../domain/order.js';
import { discountKey } from '../../domain/pricing/discount.js';
import { FocusError } from '../../errors.js';
import { eachOnce, priceEventCart, type PricedOrder } from '../price-cart.js';
import { isSameBuyer, tidied } from './buyer-details.js';
import { accountOf } from '../selling/selling-deps.js';
import { hashPerson } from './person-hashes.js';
import { expireOrder } from './end-unpaid-order.js';
import { countedUses, insertPricedOrder } from './insert-priced-order.js';
import { makeOrderLink } from './make-order-link.js';
import type { OrderDeps } from './order-deps.js';
import type { OrderRefusal, PlacedOrder, PlaceOrderRequest } from './order-request.js';
import { settleOrder } from './settle-order.js';

type NotWritten = Extract<PlacedOrder, { kind: 'price-changed' | 'refused' }>;

type Written =
  | { readonly kind: 'written'; readonly order: StoredOrder; readonly token: string }
  /** An unpaid order, to be ended at the provider first. */
  | { readonly kind: 'replaces'; readonly order: StoredOrder }
  | { readonly kind: 'paid-before'; readonly order: StoredOrder }
  | NotWritten;

interface Turn {
  /** Orders that nobody can pay any more: this one takes their place. */
  readonly ended: ReadonlySet<OrderId>;
  /** True where other unpaid orders of the session stay as they are. */
  readonly leavesOthers: boolean;
}

/** For how many unpaid orders at a time one buyer may keep scarce codes and packs from others. */
const MOST_HOLDING = 3;

/**
 * What {@link placeOrder} does in one transaction. Rows are held in one order, so that nobody waits for
 * each other: the checkout, the session, orders, packs, the code, and the number last.
 */
export async function writeOrder(
  transaction: Db,
  deps: OrderDeps,
  request: PlaceOrderRequest,
  { ended, leavesOthers }: Turn,
): Promise<Written> {
  if (request.items.length === 0) return refuse({ kind: 'empty-cart' });
  if (!isAddress(request.email)) return refuse({ kind: 'bad-email' });
  const person = hashPerson(deps.personKey, { email: request.email, session: request.session });
  await lockCheckout(transaction, request.idempotencyKey);
  if (person.session !== undefined)
    await lockSessionOrders(transaction, person.session, request.eventSlug);
  for (const id of ended) await expireOrder(transaction, deps, id);

  const known = await findOrderByKey(transaction, request.idempotencyKey);
  if (known !== undefined && isSameOrder(known, request) && known.state !== 'expired')
    return { kind: 'written', order: known, token: await makeOrderLink(transaction, known.id) };
  if (known !== undefined) {
    if (!isOwn(known, person)) return refuse({ kind: 'other-order' });
    if (known.state === 'expired') await freeCheckout(transaction, known.id);
    else if (!isUnpaid(known)) return { kind: 'paid-before', order: known };
  }
  const open = known !== undefined && isUnpaid(known) ? known.id : undefined;
  const earlier =
    open ?? (leavesOthers ? undefined : await unpaidOf(transaction, deps, person, request));

  const priced = await priceOrder(transaction, deps, request, {
    person,
    replaced: earlier !== undefined,
  });
  if (priced.kind !== 'priced') return priced;
  if (earlier !== undefined)
    return { kind: 'replaces', order: await readOrder(transaction, earlier) };
  return writePriced(transaction, deps, request, { person, priced, ended });
}

async function unpaidOf(
  transaction: Db,
  { payments }: OrderDeps,
  { session }: PersonHashes,
  { eventSlug }: PlaceOrderRequest,
): Promise<OrderId | undefined> {
  if (session === undefined) return undefined;
  return findUnpaidOfSession(transaction, session, eventSlug, payments.name);
}

/** Priced while others who want the same scarce things wait; or why it cannot be ordered. */
async function priceOrder(
  transaction: Db,
  deps: OrderDeps,
  request: PlaceOrderRequest,
  { person, replaced }: { readonly person: PersonHashes; readonly replaced: boolean },
): Promise<Extract<PricedOrder, { kind: 'priced' }> | NotWritten> {
  const at = deps.now();
  const { eventSlug, items, discountCode } = request;
  const event = await findEvent(transaction, eventSlug);
  const key = discountKey(discountCode ?? '');
  if (event !== undefined) {
    await lockLimitedPacks(transaction, event.id);
    if (key !== undefined) await lockDiscountCode(transaction, { eventId: event.id, key, at });
  }
  const cart = { eventSlug, items, code: discountCode, at, person, replaced, withoutHint: true };
  const priced = await priceEventCart(transaction, cart, deps.quote);
  if (priced.kind === 'not-on-sale') return refuse({ kind: 'not-on-sale' });
  if (priced.kind === 'refused') return refuse({ kind: 'photos', refusals: priced.refusals });
  const { code, quote } = priced;
  if (code.kind !== 'none' && code.kind !== 'accepted')
    return refuse({ kind: 'code', reason: code.kind });
  if (quote.total !== request.expectedTotal) return { kind: 'price-changed', quote };
  if (quote.total > 0 && (await findSellingPause(transaction, accountOf(deps))) !== undefined)
    return refuse({ kind: 'paused' });
  // Before the discount: each of its amounts has to fit.
  if (quote.subtotal + quote.serviceFee > LARGEST_TOTAL) throw tooLarge();
  return priced;
}

async function writePriced(
  transaction: Db,
  deps: OrderDeps,
  request: PlaceOrderRequest,
  work: {
    readonly person: PersonHashes;
    readonly priced: Extract<PricedOrder, { kind: 'priced' }>;
    readonly ended: ReadonlySet<OrderId>;
  },
): Promise<Written> {
  const { person, priced, ended } = work;
  const { code, event, quote } = priced;
  const now = deps.now();
  const isScarce = (code.kind === 'accepted' && code.isScarce) || countedUses(priced).length > 0;
  // What costs nothing is delivered at once, and holds nothing.
  if (isScarce && quote.total > 0) {
    const holding = await countHoldingOrders(transaction, person, now);
    if (holding >= MOST_HOLDING) return refuse({ kind: 'too-many-unpaid' });
  }
  if (code.kind === 'accepted') {
    const claim = { eventId: event.id, code: code.discount.code, at: now };
    const claimed = await claimDiscount(transaction, claim);
    // Between pricing and here, other orders took the last uses.
    if (claimed === undefined) return refuse({ kind: 'code', reason: 'used-up' });
  }
  const id = await insertPricedOrder(transaction, deps.seller, request, priced, { person, now });
  await setSuccessor(transaction, [...ended], id);
  const token = await makeOrderLink(transaction, id);
  await settleOrder(transaction, id, { seller: deps.seller, now });
  const order = await findOrderByKey(transaction, request.idempotencyKey);
  if (order === undefined) throw new Error('An order that was just written is not there');
  return { kind: 'written', order, token };
}

function refuse(reason: OrderRefusal): NotWritten {
  return { kind: 'refused', reasons: [reason] };
}

function isUnpaid({ state }: StoredOrder): boolean {
  return state === 'open' || state === 'failed';
}

function isOwn({ sessionHash }: StoredOrder, { session }: PersonHashes): boolean {
  return (
    session !== undefined && sessionHash !== undefined && Buffer.from(session).equals(sessionHash)
  );
}

function isSameOrder(order: StoredOrder, request: PlaceOrderRequest): boolean {
  const wanted = new Map(eachOnce(request.items).map(({ photoId, size }) => [photoId, size]));
  const bought = order.items.filter(({ inCart }) => inCart);
  return (
    order.eventSlug === request.eventSlug &&
    order.email === request.email.trim() &&
    isSameBuyer(order.buyer, tidied(request.buyer)) &&
    bought.length === wanted.size &&
    // A web photo that was wanted may have become an original, by the pack that paid.
    bought.every(({ photoId, size }) => [size, 'web'].includes(wanted.get(photoId) ?? ''))
  );
}

function tooLarge(): FocusError {
  return new FocusError('input', 'order.too-large', 'An order takes EUR 999,999.99 at most', {
    hint: 'Take photos out of the cart, and buy them with another order.',
  });
}

/** Enough to send to; whether it arrives, only a mail can tell. No spaces, no line breaks. */
function isAddress(text: string): boolean {
  const address = text.trim();
  return (
    address.length <= 254 && /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+\.[^\s@.]{2,}$/u.test(address)
  );
}
