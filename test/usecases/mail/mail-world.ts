import { randomBytes, randomUUID } from 'node:crypto';
import { query, type Db } from '../../../core/db/query.js';
import type { NewMail } from '../../../core/domain/mail.js';
import type { Mailer, MailMessage } from '../../../core/ports/mailer.js';

/** A mailer that remembers what it was given, and fails as it is told. */
export interface RecordingMailer extends Mailer {
  readonly messages: MailMessage[];
  /** Thrown for the next mails while it is set. */
  failure: Error | undefined;
}

export function recordingMailer(delayMs = 0): RecordingMailer {
  const self: RecordingMailer = {
    name: 'outbox',
    messages: [],
    failure: undefined,
    async send(message) {
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      if (self.failure !== undefined) throw self.failure;
      self.messages.push(message);
      return { id: `sent-${self.messages.length}` };
    },
    close: () => Promise.resolve(),
  };
  return self;
}

export function takeDownMail(key: string, to = 'lea@example.org'): NewMail {
  return {
    kind: 'take-down-received',
    key,
    to,
    language: 'fr',
    data: {
      eventName: 'Foulées',
      reference: 'R-1',
      receivedAt: '2026-05-18T09:15:00Z',
      timeZone: 'Europe/Paris',
    },
  };
}

export async function mailRow(db: Db, key: string) {
  const [row] = await query<{
    id: string;
    state: string;
    attempts: number;
    data: unknown;
    error: string | null;
    waits: number;
  }>(
    db,
    `select id, state, attempts, data, error,
       round(extract(epoch from next_attempt_at - now()))::int as waits
     from mails where key = :key`,
    { key },
  );
  return row;
}

/** Everything that is queued is due now. */
export async function passTime(db: Db): Promise<void> {
  await query(db, 'update mails set next_attempt_at = now()');
}

/** A published event. */
export async function insertEvent(db: Db, slug: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    db,
    `insert into events (slug, name, time_zone, state, published_at)
     values (:slug, :slug, 'Europe/Paris', 'published', now()) returning id`,
    { slug },
  );
  if (row === undefined) throw new Error('an insert returned no row');
  return row.id;
}

/** A kept photo that came in `minutesAgo`, with the bib. */
export async function insertPhoto(
  db: Db,
  eventId: string,
  { bib, minutesAgo }: { bib: string; minutesAgo: number },
): Promise<string> {
  const id = randomUUID();
  const bytes = randomBytes(32);
  await query(
    db,
    `insert into photos (id, event_id, sha256, bytes, format, width, height, perceptual_hash,
       frame_signature, sharpness, quality, status, created_at)
     values (:id, :eventId, :bytes, 1, 'jpeg', 1, 1, :hash, :bytes, 1, 1, 'kept',
       now() - make_interval(mins => :minutesAgo))`,
    { id, eventId, bytes, hash: bytes.subarray(0, 8), minutesAgo },
  );
  await query(
    db,
    `insert into tags (event_id, photo_id, bib, source, confidence, evidence, created_at)
     values (:eventId, :id, :bib, 'reading', 90, '{}', now() - make_interval(mins => :minutesAgo))`,
    { id, eventId, bib, minutesAgo },
  );
  return id;
}

export async function insertFollower(
  db: Db,
  eventId: string,
  { bib, email, isConfirmed = true }: { bib: string; email: string; isConfirmed?: boolean },
): Promise<void> {
  await query(
    db,
    `insert into followers (event_id, bib, email, language, confirmed_at, token_sha256)
     values (:eventId, :bib, :email, 'fr', case when :isConfirmed then now() end, :token)`,
    { eventId, bib, email, isConfirmed, token: randomBytes(32) },
  );
}
