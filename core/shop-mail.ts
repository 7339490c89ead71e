import { chooseMailer, openMailer, senderOf } from './adapters/mailer/open-mailer.js';
import type { Parts } from './parts.js';
import type { PhotoId } from './domain/ids.js';
import { explained } from './run-use-case.js';
import type { Mailer } from './ports/mailer.js';
import { outboxTokenOf, type SecretFor } from './shop-secrets.js';
import { DIGEST_PACE, queueDigests } from './usecases/mail/queue-digests.js';
import { readPublicThumbnail } from './usecases/mail/read-public-thumbnail.js';
import { sendMails } from './usecases/mail/send-mails.js';
import { readUnsubscribeLink, unsubscribe } from './usecases/mail/unsubscribe.js';

export type { OutboxLetter, OutboxMail } from './adapters/mailer/read-outbox.js';

/** The mail of the shop. FocusError `config` `mail.no-sender` where it could not be sent. */
export function mailUseCases(
  { database, home, settings, store }: Pick<Parts, 'database' | 'home' | 'settings' | 'store'>,
  secretFor: SecretFor,
) {
  const { db } = database;
  const from = senderOf(settings);
  const unsubscribeSecret = secretFor('unsubscribe');
  const staysHere = chooseMailer(settings) === 'outbox';
  let opened: Promise<Mailer> | undefined;
  return {
    /** Sends what waits; links within lead to the given address of the shop. */
    async sendDue(publicUrl: string, signal: AbortSignal) {
      opened ??= openMailer(settings, home);
      const readPhoto = (photoId: PhotoId) => readPublicThumbnail({ db, store }, photoId);
      const deps = { db, mailer: await opened, from, publicUrl, readPhoto, unsubscribeSecret };
      return explained(sendMails(deps, signal));
    },
    /** Queues a mail to each follower who has new photos. */
    queueDigests: (signal: AbortSignal) => explained(queueDigests(db, DIGEST_PACE, signal)),
    readUnsubscribeLink: (token: string) =>
      explained(readUnsubscribeLink(db, token, unsubscribeSecret)),
    unsubscribe: (token: string) => explained(unsubscribe(db, token, unsubscribeSecret)),
    /** Undefined where a service sends the mail: then there is nothing to read here. */
    outbox: staysHere
      ? {
          token: outboxTokenOf(secretFor),
          async list() {
            const { listOutbox } = await import('./adapters/mailer/read-outbox.js');
            return listOutbox(home.outbox);
          },
          async read(id: string) {
            const { readOutboxMail } = await import('./adapters/mailer/read-outbox.js');
            return readOutboxMail(home.outbox, id);
          },
        }
      : undefined,
    async close() {
      await (await opened)?.close();
    },
  };
}
