import { listMailsPage, type ListedMail, type MailCursor } from '../../db/queries/mail-lists.js';
import type { Db } from '../../db/query.js';
import type { MailState } from '../../domain/mail.js';
import { maskAddresses } from '../../domain/mask-addresses.js';

const PAGE = 500;

export interface MailListing {
  readonly state?: MailState | undefined;
  /** All of them where undefined. */
  readonly limit?: number | undefined;
  /** Who a mail went to is nobody's business who only asks whether it went. */
  readonly withAddresses: boolean;
}

/** The mails that match, the latest first, read page by page. */
export async function* listMails(
  db: Db,
  { state, limit: wanted = Infinity, withAddresses }: MailListing,
): AsyncGenerator<ListedMail> {
  let left = wanted;
  let after: MailCursor | undefined;
  while (left > 0) {
    const { mails, next } = await listMailsPage(db, state, { after, limit: Math.min(PAGE, left) });
    yield* withAddresses ? mails : mails.map(withoutAddresses);
    if (next === undefined) return;
    left -= mails.length;
    after = next;
  }
}

/** What a mail server answers can hold the address as well. */
function withoutAddresses(mail: ListedMail): ListedMail {
  const { to, reason } = mail;
  return {
    ...mail,
    to: maskAddresses(to),
    reason: reason === undefined ? undefined : maskAddresses(reason),
  };
}
