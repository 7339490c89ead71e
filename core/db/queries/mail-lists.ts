import type { MailKind, MailState } from '../../domain/mail.js';
import { query, type Db } from '../query.js';

/** A mail in a list: what became of it, without what it says. */
export interface ListedMail {
  readonly id: string;
  readonly kind: MailKind;
  readonly state: MailState;
  readonly to: string;
  readonly attempts: number;
  readonly queuedAt: Date;
  readonly sentAt: Date | undefined;
  /** While it is queued. */
  readonly nextAttemptAt: Date | undefined;
  /** Why it was skipped, failed or has to be tried again. */
  readonly reason: string | undefined;
}

/** The place of a mail in the list: the next page begins after it. */
export interface MailCursor {
  readonly id: string;
  /** As PostgreSQL writes it: a Date would lose the microseconds. */
  readonly queued: string;
}

interface ListRow {
  id: string;
  kind: MailKind;
  state: MailState;
  recipient: string;
  attempts: number;
  created_at: Date;
  queued: string;
  sent_at: Date | null;
  next_attempt_at: Date;
  error: string | null;
}

/** A page of mails, the latest first; of all states where none is named. */
export async function listMailsPage(
  db: Db,
  state: MailState | undefined,
  page: { readonly after: MailCursor | undefined; readonly limit: number },
): Promise<{ readonly mails: ListedMail[]; readonly next: MailCursor | undefined }> {
  const rows = await query<ListRow>(
    db,
    `select id, kind, state, recipient, attempts, created_at, created_at::text as queued, sent_at,
       next_attempt_at, error
     from mails
     where (:state::text is null or state = :state)
       and (:queued::timestamptz is null or (created_at, id) < (:queued::timestamptz, :id::uuid))
     order by created_at desc, id desc limit :limit`,
    {
      state: state ?? null,
      queued: page.after?.queued ?? null,
      id: page.after?.id ?? null,
      limit: page.limit,
    },
  );
  const last = rows.length === page.limit ? rows.at(-1) : undefined;
  return {
    mails: rows.map(toListed),
    next: last === undefined ? undefined : { id: last.id, queued: last.queued },
  };
}

/** Lets failed mails wait again, with all their attempts; gives how many still had failed. */
export async function requeueFailedMails(db: Db, ids: readonly string[]): Promise<number> {
  const rows = await query(
    db,
    `update mails set state = 'queued', attempts = 0, next_attempt_at = now()
     where id = any(:ids::uuid[]) and state = 'failed' returning 1`,
    { ids: [...ids] },
  );
  return rows.length;
}

function toListed(row: ListRow): ListedMail {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    to: row.recipient,
    attempts: row.attempts,
    queuedAt: row.created_at,
    sentAt: row.sent_at ?? undefined,
    nextAttemptAt: row.state === 'queued' ? row.next_attempt_at : undefined,
    reason: row.error ?? undefined,
  };
}
