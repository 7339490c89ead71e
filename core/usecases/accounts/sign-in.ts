import { takeSignInLink } from '../../db/queries/sign-in-links.js';
import type { Db } from '../../db/query.js';
import { hashLinkToken } from '../../domain/link-token.js';

/** The address that the token proves, once; undefined where it is used, over, or no token. */
export async function signIn(db: Db, token: string): Promise<string | undefined> {
  const hash = hashLinkToken(token);
  return hash && takeSignInLink(db, hash);
}
