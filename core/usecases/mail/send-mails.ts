import {
  claimDueMail,
  isUnsubscribed,
  markMailFailed,
  markMailSent,
  markMailSkipped,
  postponeMail,
  type ClaimedMail,
} from '../../db/queries/mails.js';
import type { Db } from '../../db/query.js';
import type { PhotoId } from '../../domain/ids.js';
import { isOptionalMailKind } from '../../domain/mail.js';
import { FocusError } from '../../errors.js';
import { renderMail } from '../../mail/render-mail.js';
import { signId } from '../../mail/signed-id.js';
import type { Mailer } from '../../ports/mailer.js';

export interface SendMailsDeps {
  readonly db: Db;
  readonly mailer: Mailer;
  /** "Focus Racer <photos@example.org>". */
  readonly from: string;
  /** Where the storefront is reached: "https://photos.example.org". */
  readonly publicUrl: string;
  /** A JPEG of a photo as everybody may see it; undefined where nobody may. */
  readPhoto(photoId: PhotoId): Promise<Uint8Array | undefined>;
  /** Signs the links that stop mail. */
  readonly unsubscribeSecret: string;
}

/** What became of the mails that were due. */
export interface SentMails {
  readonly sent: number;
  readonly skipped: number;
  readonly postponed: number;
  readonly failed: number;
  /** Why mails were not sent: codes, because what a mail server says can hold an address. */
  readonly problems: readonly string[];
}

/** Longer than any mailer takes before it gives up, so that no two processes send the same mail. */
const LEASE_SECONDS = 600;

/**
 * The pauses after the first failures; after the last of them the mail is given up, two days after it
 * was queued. RFC 5321, 4.5.4.1: several tries in the first hours, then fewer.
 */
const RETRY_SECONDS: readonly number[] = [60, 300, 1800, 7200, 21_600, 43_200, 86_400];

/**
 * Sends the mails that are due, until none is left, the signal aborts, or the service fails: then the
 * others wait for the next call. Several processes may do so at the same time. Every mail is sent
 * once; again only where the process died between the service's yes and our row, with the same
 * idempotency key.
 */
export async function sendMails(deps: SendMailsDeps, signal: AbortSignal): Promise<SentMails> {
  const counts = { sent: 0, skipped: 0, postponed: 0, failed: 0 };
  const problems = new Set<string>();
  while (!signal.aborted) {
    const mail = await claimDueMail(deps.db, LEASE_SECONDS);
    if (mail === undefined) break;
    const outcome = await sendOne(deps, mail);
    counts[outcome.kind] += 1;
    if (outcome.problem !== undefined) problems.add(outcome.problem);
    if (outcome.serviceFailed) break;
  }
  return { ...counts, problems: [...problems] };
}

interface Outcome {
  readonly kind: 'sent' | 'skipped' | 'postponed' | 'failed';
  readonly problem?: string;
  /** Whatever else is due would fail in the same way. */
  readonly serviceFailed?: true;
}

async function sendOne(deps: SendMailsDeps, mail: ClaimedMail): Promise<Outcome> {
  const { db, mailer, from, publicUrl, unsubscribeSecret } = deps;
  const isOptional = isOptionalMailKind(mail.kind);
  if (isOptional && (await isUnsubscribed(db, mail.to, mail.kind))) {
    await markMailSkipped(db, mail.id, 'unsubscribed');
    return { kind: 'skipped' };
  }
  const unsubscribeUrl = isOptional
    ? new URL(`/unsubscribe/${signId(mail.id, unsubscribeSecret)}`, publicUrl).href
    : undefined;
  let id: string;
  try {
    const photo = await photoOf(deps, mail);
    ({ id } = await mailer.send(
      renderMail(mail, { from, publicUrl, replyTo: mail.replyTo, unsubscribeUrl }, photo),
    ));
  } catch (error) {
    return recordFailure(db, mail, error);
  }
  await markMailSent(db, mail.id, id);
  return { kind: 'sent' };
}

async function photoOf(deps: SendMailsDeps, mail: ClaimedMail): Promise<Uint8Array | undefined> {
  if (mail.kind !== 'order-paid' && mail.kind !== 'photos-available') return undefined;
  return mail.data.photoId === undefined ? undefined : deps.readPhoto(mail.data.photoId);
}

/** A mail that cannot be written is a bug: it is kept for the release that mends it, and holds up no other. */
async function recordFailure(db: Db, mail: ClaimedMail, error: unknown): Promise<Outcome> {
  const isExpected = error instanceof FocusError;
  const reason = isExpected ? `${error.code}: ${error.message}` : String(error);
  const problem = isExpected ? error.code : 'mail.bug';
  const inSeconds = RETRY_SECONDS[mail.attempts - 1];
  if (inSeconds === undefined || (isExpected && error.kind === 'input')) {
    await markMailFailed(db, mail.id, reason);
    return { kind: 'failed', problem };
  }
  await postponeMail(db, mail.id, { inSeconds, error: reason });
  return isExpected
    ? { kind: 'postponed', problem, serviceFailed: true }
    : { kind: 'postponed', problem };
}
