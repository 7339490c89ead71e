import { lockDueFollower, takeNewPhotos, type DigestPace } from '../../db/queries/digests.js';
import { enqueueMail } from '../../db/queries/mails.js';
import type { Db } from '../../db/query.js';

/** A runner reads it on the evening of the race; more than two a day would be noise. */
export const DIGEST_PACE: DigestPace = { pauseMinutes: 720, settleMinutes: 10, longestMinutes: 60 };

/**
 * Queues one digest for every follower who has photos that they were not told of; gives how many.
 * What is told and the mail that tells it are one transaction: never twice, never not at all.
 */
export async function queueDigests(db: Db, pace: DigestPace, signal: AbortSignal): Promise<number> {
  for (let queued = 0; ; queued += 1) {
    const found = !signal.aborted && (await db.transaction((work) => queueNext(work, pace)));
    if (!found) return queued;
  }
}

async function queueNext(db: Db, pace: DigestPace): Promise<boolean> {
  const follower = await lockDueFollower(db, pace);
  if (follower === undefined) return false;
  const { photoCount, photoId } = await takeNewPhotos(db, follower);
  const { bib, slug, notifiedAt } = follower;
  await enqueueMail(db, {
    kind: 'photos-available',
    key: `photos-available:${follower.id}:${notifiedAt?.toISOString() ?? 'first'}`,
    to: follower.email,
    language: follower.language,
    data: {
      eventName: follower.eventName,
      ...(bib === '' ? {} : { bib }),
      photoCount,
      ...(photoId !== undefined && { photoId }),
      photosPath: bib === '' ? `/events/${slug}` : `/events/${slug}?q=${encodeURIComponent(bib)}`,
    },
  });
  return true;
}
