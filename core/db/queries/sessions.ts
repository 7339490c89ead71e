import { createHash } from 'node:crypto';
import { query, type Db } from '../query.js';

/** What a visitor's session holds: JSON, whose shape is the storefront's affair. */
export type SessionContent = Readonly<Record<string, unknown>>;

/** `undefined` where there is none, or its time is over. */
export async function readSession(db: Db, id: string): Promise<SessionContent | undefined> {
  const [row] = await query<{ data: SessionContent }>(
    db,
    'select data from sessions where id_sha256 = :hash and expires_at > now()',
    { hash: hashOf(id) },
  );
  return row?.data;
}

export interface SessionChange {
  readonly id: string;
  readonly expiresAt: Date;
  /** What the session holds from now on, by what it holds: nothing where it is new or over. */
  change(stored: SessionContent): SessionContent;
}

/** Changes of the same session at the same time wait for each other. */
export async function changeSession(
  db: Db,
  { id, expiresAt, change }: SessionChange,
): Promise<void> {
  const hash = hashOf(id);
  await db.transaction(async (transaction) => {
    // The row is there to be locked, for a new session too.
    const [row] = await query<{ data: SessionContent }>(
      transaction,
      `insert into sessions as old (id_sha256, data, expires_at) values (:hash, '{}', :expiresAt)
       on conflict (id_sha256) do update set expires_at = excluded.expires_at,
         data = case when old.expires_at > now() then old.data else '{}' end
       returning data`,
      { hash, expiresAt },
    );
    await query(transaction, 'update sessions set data = :data::jsonb where id_sha256 = :hash', {
      hash,
      data: JSON.stringify(change(row?.data ?? {})),
    });
  });
}

/** Moves the end of a session, but no more than once an hour: not at every picture of a page. */
export async function prolongSession(db: Db, id: string, expiresAt: Date): Promise<void> {
  await query(
    db,
    `update sessions set expires_at = :expiresAt
     where id_sha256 = :hash and expires_at < :expiresAt::timestamptz - interval '1 hour'`,
    { hash: hashOf(id), expiresAt },
  );
}

export async function deleteSession(db: Db, id: string): Promise<void> {
  await query(db, 'delete from sessions where id_sha256 = :hash', { hash: hashOf(id) });
}

/** How many there were. */
export async function deleteExpiredSessions(db: Db): Promise<number> {
  const rows = await query(db, 'delete from sessions where expires_at <= now() returning 1');
  return rows.length;
}

function hashOf(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}
