import { query, type Db } from '../query.js';

export interface NewSignInLink {
  /** SHA-256 of what the link carries. */
  readonly tokenSha256: Uint8Array;
  readonly email: string;
  readonly expiresAt: Date;
}

export async function insertSignInLink(db: Db, link: NewSignInLink): Promise<void> {
  await query(
    db,
    `insert into sign_in_links (token_sha256, email, expires_at)
     values (:tokenSha256, :email, :expiresAt)`,
    { ...link },
  );
}

/** The address that the link proves; undefined where it was used, is over, or never was. It works once. */
export async function takeSignInLink(db: Db, tokenSha256: Uint8Array): Promise<string | undefined> {
  const [link] = await query<{ email: string }>(
    db,
    `delete from sign_in_links where token_sha256 = :tokenSha256 and expires_at > now()
     returning email`,
    { tokenSha256 },
  );
  return link?.email;
}

/** How many there were. */
export async function deleteExpiredSignInLinks(db: Db): Promise<number> {
  const rows = await query(db, 'delete from sign_in_links where expires_at <= now() returning 1');
  return rows.length;
}
