import type { Bib, EventId } from '../../domain/ids.js';
import { query, type Db } from '../query.js';

export interface NewFollower {
  readonly eventId: EventId;
  /** Undefined: every photo of the event. */
  readonly bib: Bib | undefined;
  readonly email: string;
  readonly language: 'en' | 'fr';
  /** SHA-256 of what the confirmation link carries. */
  readonly tokenSha256: Uint8Array;
}

/** Somebody who has yet to confirm; who follows already is left as they are. */
export async function saveFollower(
  db: Db,
  follower: NewFollower,
): Promise<{ readonly id: string; readonly isConfirmed: boolean }> {
  const [row] = await query<{ id: string; isConfirmed: boolean }>(
    db,
    `insert into followers (event_id, bib, email, language, token_sha256)
     values (:eventId, :bib, lower(:email), :language, :tokenSha256)
     on conflict (event_id, bib, email) do update set language = excluded.language
     returning id, confirmed_at is not null as "isConfirmed"`,
    { ...follower, bib: follower.bib ?? '' },
  );
  if (row === undefined) throw new Error('an insert returned no row');
  return row;
}

/** From now on the link with this token confirms, and none before it. */
export async function replaceFollowerToken(
  db: Db,
  id: string,
  tokenSha256: Uint8Array,
): Promise<void> {
  await query(db, 'update followers set token_sha256 = :tokenSha256 where id = :id', {
    id,
    tokenSha256,
  });
}

/** Confirming twice is as good as once. Undefined where nobody has this token. */
export async function confirmFollower(
  db: Db,
  eventId: EventId,
  tokenSha256: Uint8Array,
): Promise<{ readonly bib: Bib | undefined } | undefined> {
  const [row] = await query<{ bib: Bib | '' }>(
    db,
    `update followers set confirmed_at = coalesce(confirmed_at, now())
     where event_id = :eventId and token_sha256 = :tokenSha256 returning bib`,
    { eventId, tokenSha256 },
  );
  return row && { bib: row.bib === '' ? undefined : row.bib };
}
