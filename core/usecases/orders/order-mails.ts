import { enqueueMail } from '../../db/queries/mails.js';
import type { StoredOrder } from '../../db/queries/order-rows.js';
import { saleAddressOf } from '../../db/queries/orders.js';
import type { Db } from '../../db/query.js';
import { downloadsUntil } from '../../domain/download.js';
import { isDelivered, sellerPartOf } from '../../domain/order.js';
import type { OrderStanding } from '../../domain/order-transitions.js';
import type { PaymentFact } from '../../domain/payment-fact.js';
import { waiverTextOf } from '../../domain/waiver-texts.js';
import { endOf } from './link-end.js';
import { makeOrderLink } from './make-order-link.js';
import type { Seller } from './order-deps.js';

interface Change {
  readonly before: StoredOrder;
  /** With what was bought as it is now. */
  readonly order: StoredOrder;
  readonly after: OrderStanding;
  readonly facts: readonly PaymentFact[];
  readonly seller: Seller;
  readonly now: Date;
}

/** Tells buyer and seller what changed; the key of each mail keeps it from being told twice. */
export async function enqueueOrderMails(transaction: Db, change: Change): Promise<void> {
  const { before, after } = change;
  // Not where it is paid: a dispute may have been heard of before the payment, and be won later.
  if (!isDelivered(before.state) && isDelivered(after.state)) await tellPaid(transaction, change);
  if (before.state !== 'processing' && after.state === 'processing')
    await tellPending(transaction, change);
  // A card that is declined is told on the page; a debit fails days later.
  if (after.state === 'failed' && change.facts.some(({ kind }) => isAwaited(kind)))
    await tellFailed(transaction, change);
  await tellRefunds(transaction, change);
}

async function tellPaid(transaction: Db, { order, seller, now }: Change): Promise<void> {
  const { subtotal, discount, serviceFee, total, timeZone, waiver } = order;
  const photoCount = order.items.length;
  const [shown] = order.items;
  const token = await makeOrderLink(transaction, order.id);
  await enqueueMail(transaction, {
    kind: 'order-paid',
    key: `order-paid:${order.id}`,
    to: order.email,
    language: order.language,
    data: {
      ...factsFor(order),
      photoCount,
      ...(shown !== undefined && { photoId: shown.photoId }),
      subtotalCents: subtotal,
      discountCents: discount,
      serviceFeeCents: serviceFee,
      totalCents: total,
      orderPath: `/orders/${token}`,
      ...endOf(downloadsUntil(now, order.paidAt ?? now, order.downloadHours)),
      timeZone,
      waiver: {
        text: waiverTextOf(waiver.version),
        version: waiver.version,
        acceptedAt: waiver.acceptedAt.toISOString(),
      },
    },
  });
  const saleAddress =
    order.eventId === undefined ? undefined : await saleAddressOf(transaction, order.eventId);
  if (saleAddress === undefined) return;
  await enqueueMail(transaction, {
    kind: 'new-sale',
    key: `new-sale:${order.id}`,
    to: saleAddress,
    language: seller.language,
    data: { ...factsFor(order), photoCount, earnedCents: sellerPartOf(order) },
  });
}

async function tellPending(transaction: Db, { order, after }: Change): Promise<void> {
  const { voucher } = after;
  const token = await makeOrderLink(transaction, order.id);
  await enqueueMail(transaction, {
    kind: 'order-pending',
    key: `order-pending:${order.id}`,
    to: order.email,
    language: order.language,
    data: {
      ...factsFor(order),
      orderPath: `/orders/${token}`,
      totalCents: order.total,
      ...(voucher === undefined
        ? {}
        : { voucher: { until: voucher.until, timeZone: order.timeZone } }),
    },
  });
}

async function tellFailed(transaction: Db, { order, facts }: Change): Promise<void> {
  // Of a debit under way we may hear twice, by its notice and by asking.
  const attempt = facts
    .filter(({ kind }) => isAwaited(kind) || kind === 'failed')
    .filter(({ kind }, index, all) => isAwaited(kind) && !isAwaited(all[index - 1]?.kind)).length;
  await enqueueMail(transaction, {
    kind: 'payment-failed',
    key: `payment-failed:${order.id}:${attempt}`,
    to: order.email,
    language: order.language,
    data: {
      ...factsFor(order),
      retryPath: `/events/${order.eventSlug}`,
      totalCents: order.total,
    },
  });
}

async function tellRefunds(transaction: Db, { order, after }: Change): Promise<void> {
  for (const { id, amount, status } of after.refunds) {
    if (status !== 'made') continue;
    await enqueueMail(transaction, {
      kind: 'order-refunded',
      key: `order-refunded:${order.id}:${id}`,
      to: order.email,
      language: order.language,
      data: {
        ...factsFor(order),
        refundedCents: amount,
        downloadsEnded: !isDelivered(after.state),
      },
    });
  }
}

/** Told by the bank, or not at all, days later. */
function isAwaited(kind: PaymentFact['kind'] | undefined): boolean {
  return kind === 'processing' || kind === 'voucher';
}

function factsFor({ number, eventName, currency }: StoredOrder) {
  return { orderNumber: number, eventName, currency };
}
