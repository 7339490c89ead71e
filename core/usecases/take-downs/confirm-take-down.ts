import {
  confirmTakeDown as confirm,
  findTakeDownByLink,
  type TakeDownDetails,
} from '../../db/queries/take-downs.js';
import type { Db } from '../../db/query.js';
import { hashLinkToken } from '../../domain/link-token.js';
import { applyTakeDown } from './apply-take-down.js';
import type { TakeDownDeps } from './take-down-deps.js';

/** What a mailed link is about; undefined where it has ended, or never was. Changes nothing. */
export async function findLinkedTakeDown(
  db: Db,
  token: string,
): Promise<TakeDownDetails | undefined> {
  const hash = hashLinkToken(token);
  return hash && findTakeDownByLink(db, hash);
}

export interface ConfirmedTakeDown {
  readonly asked: TakeDownDetails;
  /** True where it was this call: whoever finds a used link proves nothing by it. */
  readonly isNew: boolean;
}

/** Confirms what the link is about, once; pressed again, it tells what became of it. */
export async function confirmTakeDown(
  deps: Pick<TakeDownDeps, 'db' | 'operator'>,
  token: string,
): Promise<ConfirmedTakeDown | undefined> {
  const found = await findLinkedTakeDown(deps.db, token);
  if (found === undefined) return undefined;
  const isNew = await deps.db.transaction(async (transaction) => {
    const isFirst = await confirm(transaction, found.id);
    if (isFirst) await applyTakeDown(transaction, deps, found.id);
    return isFirst;
  });
  const asked = await findLinkedTakeDown(deps.db, token);
  return asked && { asked, isNew };
}
