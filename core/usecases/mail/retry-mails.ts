import { requeueFailedMails, type ListedMail } from '../../db/queries/mail-lists.js';
import type { Db } from '../../db/query.js';
import { FocusError } from '../../errors.js';
import { listMails } from './list-mails.js';

/**
 * The failed mails, or the one of them whose id is `wanted` or begins so; without whole addresses.
 *
 * @throws FocusError `not-found` where that one is none of them, `input` where several begin so.
 */
export async function findFailedMails(db: Db, wanted: string | undefined): Promise<ListedMail[]> {
  const prefix = wanted?.toLowerCase();
  const found: ListedMail[] = [];
  for await (const mail of listMails(db, { state: 'failed', withAddresses: false }))
    if (prefix === undefined || (prefix !== '' && mail.id.startsWith(prefix))) found.push(mail);
  if (wanted === undefined) return found;
  if (found.length === 0) {
    throw new FocusError('not-found', 'mail.unknown', `There is no failed mail "${wanted}"`, {
      hint: '`focusracer mails list --state failed` shows the failed mails with their ids.',
    });
  }
  if (found.length > 1) {
    throw new FocusError('input', 'mail.ambiguous', `Several failed mails begin with "${wanted}"`, {
      hint: 'Give more of the id.',
    });
  }
  return found;
}

/** They are sent as if they were new, by whatever process runs the shop; gives how many. */
export async function retryMails(db: Db, mails: readonly ListedMail[]): Promise<number> {
  return requeueFailedMails(
    db,
    mails.map(({ id }) => id),
  );
}
