import { deleteFollowersOf } from '../../db/queries/digests.js';
import { addUnsubscribe, findMailAddress, skipQueuedMails } from '../../db/queries/mails.js';
import type { Db } from '../../db/query.js';
import { isOptionalMailKind, type OptionalMailKind } from '../../domain/mail.js';
import { FocusError } from '../../errors.js';
import { readSignedId } from '../../mail/signed-id.js';

/**
 * What the link of a mail would stop. Changes nothing: mail readers and scanners open links by
 * themselves. FocusError `not-found` `mail.unknown-link` for a link that is not ours.
 */
export async function readUnsubscribeLink(
  db: Db,
  token: string,
  secret: string,
): Promise<OptionalMailKind> {
  return (await addressOf(db, token, secret)).kind;
}

/**
 * Stops all mail of the kind to the address that the mail was sent to. Again changes nothing. Who
 * followed events is forgotten; whoever follows one anew hears of it again.
 */
export async function unsubscribe(
  db: Db,
  token: string,
  secret: string,
): Promise<OptionalMailKind> {
  const { recipient, kind } = await addressOf(db, token, secret);
  await db.transaction(async (work) => {
    await skipQueuedMails(work, recipient, kind);
    if (kind === 'photos-available') await deleteFollowersOf(work, recipient);
    else await addUnsubscribe(work, recipient, kind);
  });
  return kind;
}

async function addressOf(
  db: Db,
  token: string,
  secret: string,
): Promise<{ recipient: string; kind: OptionalMailKind }> {
  const id = readSignedId(token, secret);
  const mail = id === undefined ? undefined : await findMailAddress(db, id);
  if (mail === undefined || !isOptionalMailKind(mail.kind)) {
    throw new FocusError('not-found', 'mail.unknown-link', 'This link stops no mail of ours', {
      hint: 'Open the link from the mail again; it must be whole.',
    });
  }
  return { recipient: mail.recipient, kind: mail.kind };
}
