import { findDownloadRight } from '../db/queries/downloads.js';
import { enqueueMail } from '../db/queries/mails.js';
import { orderAddressOfLink } from '../db/queries/order-links.js';
import type { Db } from '../db/query.js';
import { downloadsUntil } from '../domain/download.js';
import { endOf } from './orders/link-end.js';
import { isDelivered } from '../domain/order.js';
import { hashLinkToken } from '../domain/link-token.js';
import { refused, type Refused } from './download-right.js';
import { renewOrderLink } from './orders/make-order-link.js';

export type RenewedDownload =
  | { readonly kind: 'mailed' }
  /** Enough links were mailed in the last hour: somebody may be filling a mailbox. */
  | { readonly kind: 'too-often' }
  | Refused;

/** Mails in an hour, the first link of an order among them. */
const LINKS_AN_HOUR = 4;

/**
 * Mails the buyer a new link, which downloads as long as the first one did. It goes to the address of the order,
 * never to whoever holds the old link: an old one that leaked stays closed.
 */
export async function renewDownload(db: Db, token: string, now: Date): Promise<RenewedDownload> {
  const hash = hashLinkToken(token);
  if (hash === undefined) return refused('unknown');
  return db.transaction(async (transaction): Promise<RenewedDownload> => {
    const right = await findDownloadRight(transaction, hash);
    const address = await orderAddressOfLink(transaction, hash);
    if (right === undefined || address === undefined) return refused('unknown');
    if (!isDelivered(right.state))
      return refused(right.paidAt === undefined ? 'not-paid' : 'revoked');
    const fresh = await renewOrderLink(transaction, right.orderId, LINKS_AN_HOUR);
    if (fresh === undefined) return { kind: 'too-often' };
    await enqueueMail(transaction, {
      kind: 'download-renewed',
      key: `download-renewed:${Buffer.from(fresh.hash).toString('hex')}`,
      to: address.email,
      language: address.language,
      data: {
        orderNumber: address.number,
        eventName: address.eventName,
        currency: address.currency,
        orderPath: `/orders/${fresh.token}`,
        ...endOf(downloadsUntil(now, now, right.downloadHours)),
        timeZone: address.timeZone,
      },
    });
    return { kind: 'mailed' };
  });
}
