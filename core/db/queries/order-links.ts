import type { OrderId, OrderState } from '../../domain/order.js';
import { query, type Db } from '../query.js';

/** A further link to an order; the ones before it stay. */
export async function insertOrderLink(
  db: Db,
  link: { readonly orderId: OrderId; readonly tokenHash: Uint8Array },
): Promise<void> {
  await query(db, 'insert into order_links (token_hash, order_id) values (:tokenHash, :orderId)', {
    ...link,
  });
}

/**
 * How many links of the order were made in the last hour. Locks the order until the transaction
 * ends, so that those who ask at the same time are counted one after the other.
 */
export async function countRecentOrderLinks(db: Db, orderId: OrderId): Promise<number> {
  await query(db, 'select 1 from orders where id = :orderId for update', { orderId });
  const [row] = await query<{ links: number }>(
    db,
    `select count(*)::int as links from order_links
     where order_id = :orderId and made_at > now() - interval '1 hour'`,
    { orderId },
  );
  return row?.links ?? 0;
}

/** What a mail to the buyer says of the order. */
export interface OrderAddress {
  readonly orderId: OrderId;
  readonly number: string;
  readonly email: string;
  readonly language: 'en' | 'fr';
  readonly currency: 'EUR';
  readonly eventName: string;
  readonly timeZone: string;
}

const ADDRESS = `id as "orderId", number, email, language, currency, event_name as "eventName",
  time_zone as "timeZone"`;

/** What a declaration of withdrawal depends on. */
export interface WithdrawalAddress extends OrderAddress {
  readonly state: OrderState;
}

/** Undefined where no order was given such a link. */
export async function orderAddressOfLink(
  db: Db,
  tokenHash: Uint8Array,
): Promise<OrderAddress | undefined> {
  const [address] = await query<OrderAddress>(
    db,
    `select ${ADDRESS} from orders
     where id = (select order_id from order_links where token_hash = :tokenHash)`,
    { tokenHash },
  );
  return address;
}

/** The order with this number that was bought with this e-mail address; case and spaces around do not count. */
export async function orderAddressOfNumber(
  db: Db,
  number: string,
  email: string,
): Promise<WithdrawalAddress | undefined> {
  const [address] = await query<WithdrawalAddress>(
    db,
    `select ${ADDRESS}, state from orders
     where lower(email) = lower(trim(:email)) and upper(number) = upper(trim(:number))
     order by placed_at desc limit 1`,
    { number, email },
  );
  return address;
}
