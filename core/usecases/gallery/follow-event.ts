import { createHash } from 'node:crypto';
import { confirmFollower, replaceFollowerToken, saveFollower } from '../../db/queries/followers.js';
import { enqueueMail } from '../../db/queries/mails.js';
import { countHit, discountHit } from '../../db/queries/rate-limits.js';
import type { Db } from '../../db/query.js';
import type { PublicEvent } from '../../domain/gallery.js';
import type { Bib } from '../../domain/ids.js';
import { hashLinkToken, makeLinkToken } from '../../domain/link-token.js';
import { FocusError } from '../../errors.js';
import { requiredBib } from '../required-bib.js';
import { requirePublicEvent } from './gallery-deps.js';
import { readEmail } from './read-email.js';

export interface FollowRequest {
  readonly slug: string;
  /** Empty or undefined: every photo of the event. */
  readonly bib: string | undefined;
  readonly email: string;
  readonly language: 'en' | 'fr';
  readonly at: Date;
}

/** A day, to one address: enough for a family, too few to fill a mailbox with bibs somebody makes up. */
const MOST_MAILS = 5;
const DAY_SECONDS = 24 * 3600;

/**
 * Asks by mail whether they want to be told when photos are there; at most once a day for a bib, and
 * `MOST_MAILS` in all, whoever types the address. The answer is the same for an address that gets none
 * or follows already: it tells nobody so.
 */
export async function followEvent(
  db: Db,
  request: FollowRequest,
): Promise<{ readonly event: PublicEvent }> {
  const event = await requirePublicEvent(db, request.slug);
  const email = readEmail(request.email);
  if (email === undefined) {
    throw new FocusError('input', 'email.missing', 'An e-mail address is needed');
  }
  const wanted = request.bib?.trim() ?? '';
  const bib = wanted === '' ? undefined : requiredBib(wanted);
  const { token, hash } = makeLinkToken();
  const address = createHash('sha256').update(email.toLowerCase()).digest('base64url');
  const asked = `follow-confirmation:${address}`;
  await db.transaction(async (transaction) => {
    const { hits } = await countHit(transaction, { key: asked, windowSeconds: DAY_SECONDS });
    if (hits > MOST_MAILS) return;
    const follower = await saveFollower(transaction, {
      eventId: event.id,
      bib,
      email,
      language: request.language,
      tokenSha256: hash,
    });
    const isQueued =
      !follower.isConfirmed &&
      (await enqueueMail(transaction, {
        kind: 'follow-confirmation',
        key: `follow-confirmation:${follower.id}:${request.at.toISOString().slice(0, 10)}`,
        to: email,
        language: request.language,
        data: {
          eventName: event.name,
          ...(bib !== undefined && { bib }),
          confirmPath: `/events/${event.slug}/follow/${token}`,
        },
      }));
    // Where none was queued, the link of today's earlier mail has to go on working.
    if (isQueued) await replaceFollowerToken(transaction, follower.id, hash);
    else await discountHit(transaction, asked);
  });
  return { event };
}

export async function confirmFollow(
  db: Db,
  slug: string,
  token: string,
): Promise<{ readonly event: PublicEvent; readonly bib: Bib | undefined }> {
  const event = await requirePublicEvent(db, slug);
  const hash = hashLinkToken(token);
  const confirmed = hash && (await confirmFollower(db, event.id, hash));
  if (confirmed === undefined) {
    throw new FocusError('not-found', 'follow.unknown-link', 'This link is not known any more');
  }
  return { event, bib: confirmed.bib };
}
