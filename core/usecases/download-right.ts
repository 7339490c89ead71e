import { findDownloadRight, type DownloadRight } from '../db/queries/downloads.js';
import type { Db } from '../db/query.js';
import { downloadsUntil, hasEnded } from '../domain/download.js';
import { isDelivered } from '../domain/order.js';
import { hashLinkToken } from '../domain/link-token.js';

/** Why nothing is given; each is shown to the buyer in words. */
export type DownloadRefusal =
  /** No such link, or one that was altered. */
  | 'unknown'
  | 'not-paid'
  /** The money went back, or its return is demanded. */
  | 'revoked'
  /** The link is too old: a new one can be mailed. */
  | 'expired'
  | 'not-in-order'
  | 'taken-down'
  /** The seller deleted it. */
  | 'gone';

export interface Refused {
  readonly kind: 'refused';
  readonly reason: DownloadRefusal;
}

export type CheckedRight = { readonly kind: 'allowed'; readonly right: DownloadRight } | Refused;

/** Whether a link may download now. */
export async function checkDownloadRight(db: Db, token: string, now: Date): Promise<CheckedRight> {
  const hash = hashLinkToken(token);
  const right = hash === undefined ? undefined : await findDownloadRight(db, hash);
  if (right === undefined) return refused('unknown');
  if (!isDelivered(right.state))
    return refused(right.paidAt === undefined ? 'not-paid' : 'revoked');
  const { linkMadeAt, paidAt, downloadHours } = right;
  const until = downloadsUntil(linkMadeAt, paidAt ?? linkMadeAt, downloadHours);
  return hasEnded(until, now) ? refused('expired') : { kind: 'allowed', right };
}

export function refused(reason: DownloadRefusal): Refused {
  return { kind: 'refused', reason };
}
