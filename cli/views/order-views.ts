import type { ListedOrder, Payout, SellersOrder } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Format } from '../terminal/format.js';
import type { Column, Pair } from '../terminal/table.js';
import { utcTime } from './utc-time.js';

export function orderColumns({ orders }: Messages, format: Format): Column<ListedOrder>[] {
  const { columns, states } = orders;
  return [
    { title: columns.number, cell: ({ number }) => number },
    { title: columns.placed, cell: ({ placedAt }) => utcTime(placedAt) },
    { title: columns.event, flexible: true, cell: ({ eventSlug }) => eventSlug },
    { title: columns.state, cell: ({ state }) => states[state] },
    { title: columns.photos, align: 'right', cell: ({ photos }) => format.count(photos) },
    {
      title: columns.total,
      align: 'right',
      cell: ({ total, currency }) => format.money(total, currency),
    },
    {
      title: columns.refunded,
      align: 'right',
      cell: ({ refunded, currency }) => (refunded === 0 ? '' : format.money(refunded, currency)),
    },
    { title: columns.buyer, cell: ({ email }) => email },
    { title: columns.remark, cell: (order) => remarkOf(order, orders) },
  ];
}

function remarkOf({ problems, isWithdrawn }: ListedOrder, words: Messages['orders']): string {
  return [
    ...problems.map((problem) => words.problems[problem]),
    ...(isWithdrawn ? [words.withdrawn] : []),
  ].join('; ');
}

/** Everything about one order; what there is none of is left out. */
export function orderPairs(
  { order, withdrawal }: SellersOrder,
  { orders }: Messages,
  format: Format,
): Pair[] {
  const { columns, states, problems } = orders;
  const money = (amount: number) => format.money(amount, order.currency);
  const { payment, paidAt } = order;
  const pairs: readonly (readonly [string, string | undefined])[] = [
    [columns.number, order.number],
    [columns.event, order.eventSlug],
    [columns.state, states[order.state]],
    ...order.problems.map((problem) => [columns.remark, problems[problem]] as const),
    [columns.remark, withdrawal && `${orders.withdrawn}, ${utcTime(withdrawal.receivedAt)}`],
    [columns.buyer, order.email],
    [columns.photos, format.count(order.items.length)],
    [columns.subtotal, money(order.subtotal)],
    [columns.discount, order.discount === 0 ? undefined : money(0 - order.discount)],
    [columns.serviceFee, money(order.serviceFee)],
    [columns.total, money(order.total)],
    [columns.refunded, order.refunded === 0 ? undefined : money(order.refunded)],
    [columns.placed, utcTime(order.placedAt)],
    [columns.paid, paidAt && utcTime(paidAt)],
    [columns.payment, payment && `${payment.provider} ${payment.id}`],
    [columns.waiver, `${utcTime(order.waiver.acceptedAt)} (${order.waiver.version})`],
  ];
  return pairs.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
}

export function orderedPhotoColumns({
  orders,
  packs,
}: Messages): Column<SellersOrder['photos'][number]>[] {
  return [
    {
      title: orders.columns.photos,
      flexible: true,
      cell: ({ file, photoId }) => file ?? photoId,
    },
    { title: packs.columns.size, cell: ({ size }) => packs.sizes[size] },
  ];
}

export function packLineColumns(
  { orders, packs }: Messages,
  format: Format,
): Column<SellersOrder['order']['lines'][number]>[] {
  return [
    {
      title: orders.columns.subtotal,
      flexible: true,
      cell: (line) => lineName(line, packs, format),
    },
    { title: packs.columns.size, cell: ({ size }) => packs.sizes[size] },
    { title: packs.columns.price, align: 'right', cell: ({ price }) => format.money(price, 'EUR') },
  ];
}

function lineName(
  { kind, quantity, bib, photoIds }: SellersOrder['order']['lines'][number],
  words: Messages['packs'],
  format: Format,
): string {
  const name = words.photos(format.amount(quantity ?? photoIds.length));
  return kind === 'all-of-mine' ? `${words.allOfMine} (${bib ?? ''})` : name;
}

export function noticeColumns({ orders }: Messages): Column<SellersOrder['notices'][number]>[] {
  return [
    { title: orders.columns.placed, cell: ({ at }) => utcTime(at) },
    { title: orders.columns.notice, cell: ({ kind }) => orders.notices[kind] },
  ];
}

export function documentColumns(
  { orders }: Messages,
  format: Format,
): Column<SellersOrder['documents'][number]>[] {
  return [
    {
      title: orders.columns.document,
      cell: ({ kind, number }) => `${orders.documents[kind]} ${number}`,
    },
    {
      title: orders.columns.total,
      align: 'right',
      cell: ({ total }) => format.money(total, 'EUR'),
    },
  ];
}

export function payoutColumns({ orders }: Messages, format: Format): Column<Payout>[] {
  const { columns } = orders;
  const amount = (title: string, of: (payout: Payout) => number): Column<Payout> => ({
    title,
    align: 'right',
    cell: (payout) => format.money(of(payout), payout.currency),
  });
  return [
    { title: columns.event, flexible: true, cell: ({ eventSlug }) => eventSlug },
    { title: columns.orders, align: 'right', cell: ({ orders: count }) => format.count(count) },
    amount(columns.received, ({ received }) => received),
    amount(columns.returned, ({ returned }) => returned),
    amount(columns.disputed, ({ disputed }) => disputed),
    amount(columns.platform, ({ platform }) => platform),
    amount(columns.seller, ({ seller }) => seller),
    amount(columns.loss, ({ loss }) => loss),
    amount(columns.disputeFees, ({ disputeFees }) => disputeFees),
    amount(columns.vat, ({ vat }) => vat),
  ];
}
