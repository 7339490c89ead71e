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

export async function writeSession(
  db: Db,
  session: { readonly id: string; readonly content: SessionContent; readonly expiresAt: Date },
): Promise<void> {
  await query(
    db,
    `insert into sessions (id_sha256, data, expires_at) values (:hash, :data::jsonb, :expiresAt)
     on conflict (id_sha256) do update set data = excluded.data, expires_at = excluded.expires_at`,
    {
      hash: hashOf(session.id),
      data: JSON.stringify(session.content),
      expiresAt: session.expiresAt,
    },
  );
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
