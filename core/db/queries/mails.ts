import type { MailKind, MailLanguage, NewMail } from '../../domain/mail.js';
import { query, type Db } from '../query.js';

/**
 * Queues a mail in the caller's transaction: it is sent if, and only if, that commits.
 * The same key again is no error and makes no second mail; false then.
 */
export async function enqueueMail(db: Db, mail: NewMail): Promise<boolean> {
  const rows = await query(
    db,
    `insert into mails (key, kind, recipient, language, data)
     values (:key, :kind, :to, :language, :data) on conflict (key) do nothing returning 1`,
    { ...mail, data: JSON.stringify(mail.data) },
  );
  return rows.length === 1;
}

/** A mail that this process is sending. */
export type ClaimedMail = NewMail & {
  readonly id: string;
  /** This one included. */
  readonly attempts: number;
  /** Who answers a buyer: the seller of the order, where one gave an address. */
  readonly replyTo: string | undefined;
};

interface ClaimedRow {
  id: string;
  key: string;
  kind: MailKind;
  recipient: string;
  language: MailLanguage;
  data: unknown;
  attempts: number;
  reply_to: string | null;
}

/**
 * Takes the mail that waits longest, for `leaseSeconds`: no other process takes it meanwhile, and
 * one that dies leaves it to the others afterwards, with the attempt counted.
 */
export async function claimDueMail(db: Db, leaseSeconds: number): Promise<ClaimedMail | undefined> {
  const [row] = await query<ClaimedRow>(
    db,
    `update mails set attempts = attempts + 1,
       next_attempt_at = now() + make_interval(secs => :leaseSeconds)
     where id = (select id from mails where state = 'queued' and next_attempt_at <= now()
                 order by next_attempt_at, id limit 1 for update skip locked)
     returning id, key, kind, recipient, language, data, attempts,
       (select e.seller_email from orders o join events e on e.id = o.event_id
        where lower(o.email) = lower(mails.recipient) and o.number = mails.data->>'orderNumber'
          and mails.kind <> 'new-sale' limit 1) as reply_to`,
    { leaseSeconds },
  );
  if (row === undefined) return undefined;
  const { recipient, reply_to: replyTo, ...mail } = row;
  // Only enqueueMail writes kind and data, and it ties them.
  return { ...mail, to: recipient, replyTo: replyTo ?? undefined } as ClaimedMail;
}

/** Forgets what the mail said: the links within open orders. */
export async function markMailSent(db: Db, id: string, providerId: string): Promise<void> {
  await query(
    db,
    `update mails set state = 'sent', sent_at = now(), provider_id = :providerId, data = null,
       error = null where id = :id`,
    { id, providerId },
  );
}

export async function markMailSkipped(db: Db, id: string, reason: string): Promise<void> {
  await query(
    db,
    `update mails set state = 'skipped', data = null, error = :reason where id = :id`,
    { id, reason },
  );
}

export async function postponeMail(
  db: Db,
  id: string,
  again: { readonly inSeconds: number; readonly error: string },
): Promise<void> {
  await query(
    db,
    `update mails set next_attempt_at = now() + make_interval(secs => :inSeconds), error = :error
     where id = :id and state = 'queued'`,
    { id, ...again },
  );
}

/** Given up; what it said is kept, so that a person can see what did not arrive. */
export async function markMailFailed(db: Db, id: string, error: string): Promise<void> {
  await query(db, `update mails set state = 'failed', error = :error where id = :id`, {
    id,
    error,
  });
}

/** True where the address wants no more mail of this kind. */
export async function isUnsubscribed(db: Db, email: string, kind: MailKind): Promise<boolean> {
  const rows = await query(
    db,
    'select 1 from mail_unsubscribes where email = lower(:email) and kind = :kind',
    { email, kind },
  );
  return rows.length === 1;
}

/** Twice is as good as once. */
export async function addUnsubscribe(db: Db, email: string, kind: MailKind): Promise<void> {
  await query(
    db,
    `insert into mail_unsubscribes (email, kind) values (lower(:email), :kind)
     on conflict do nothing`,
    { email, kind },
  );
}

/** Mail of the kind that still waits is not sent any more. */
export async function skipQueuedMails(db: Db, email: string, kind: MailKind): Promise<void> {
  await query(
    db,
    `update mails set state = 'skipped', data = null, error = 'unsubscribed'
     where state = 'queued' and kind = :kind and lower(recipient) = lower(:email)`,
    { email, kind },
  );
}

/** Who a mail went to, and of which kind it was. */
export async function findMailAddress(
  db: Db,
  id: string,
): Promise<{ recipient: string; kind: string } | undefined> {
  const [row] = await query<{ recipient: string; kind: string }>(
    db,
    'select recipient, kind from mails where id = :id',
    { id },
  );
  return row;
}
