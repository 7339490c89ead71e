import { createHash } from 'node:crypto';
import { enqueueMail } from '../../db/queries/mails.js';
import { countHit } from '../../db/queries/rate-limits.js';
import { insertSignInLink } from '../../db/queries/sign-in-links.js';
import type { Db } from '../../db/query.js';
import { makeLinkToken } from '../../domain/link-token.js';
import { FocusError } from '../../errors.js';
import { isEmail } from '../gallery/read-email.js';

export interface SignInRequest {
  /** As typed. */
  readonly email: string;
  readonly language: 'en' | 'fr';
  readonly at: Date;
}

/** A day, to one address: enough for somebody who mislays them, too few to fill a stranger's mailbox. */
const MOST_MAILS = 5;
const DAY_SECONDS = 24 * 3600;
/** The mail says "30 minutes" too. */
const VALID_MINUTES = 30;

/**
 * Mails a link that proves the address once, at most `MOST_MAILS` a day. The answer is the same
 * whether a mail goes out and whether anything was bought with the address: it tells nobody so.
 * FocusError `input` `email.missing` where the text cannot be an address.
 */
export async function requestSignIn(db: Db, request: SignInRequest): Promise<void> {
  const email = request.email.trim();
  if (!isEmail(email)) {
    throw new FocusError('input', 'email.missing', 'An e-mail address is needed');
  }
  const asked = createHash('sha256').update(email.toLowerCase()).digest('base64url');
  const { token, hash } = makeLinkToken();
  await db.transaction(async (transaction) => {
    const { hits } = await countHit(transaction, {
      key: `sign-in:${asked}`,
      windowSeconds: DAY_SECONDS,
    });
    if (hits > MOST_MAILS) return;
    await insertSignInLink(transaction, {
      tokenSha256: hash,
      email,
      expiresAt: new Date(request.at.getTime() + VALID_MINUTES * 60_000),
    });
    await enqueueMail(transaction, {
      kind: 'sign-in',
      key: `sign-in:${Buffer.from(hash).toString('hex')}`,
      to: email,
      language: request.language,
      data: { signInPath: `/sign-in/${token}` },
    });
  });
}
