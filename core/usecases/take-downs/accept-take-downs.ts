import { hidePhotos, markAccepted } from '../../db/queries/take-downs.js';
import type { NewTakeDownRefund } from '../../db/queries/take-down-refunds.js';
import type { Db } from '../../db/query.js';
import { sumOf, type Cents } from '../../domain/money.js';
import type { TakeDownState } from '../../domain/take-down.js';
import { chooseTakeDowns, type ChosenTakeDowns } from './choose-take-downs.js';
import { planTaking, takeFromBuyers } from './take-from-buyers.js';
import type { RequesterHash } from './take-down-deps.js';

export interface AcceptedTakeDowns {
  readonly requests: number;
  /** Hidden from everybody now, buyers too. */
  readonly photos: number;
  /** Who had bought some of them. */
  readonly orders: number;
  /** What goes back to these buyers. */
  readonly refund: Cents;
}

interface Deps {
  readonly db: Db;
  readonly hash: RequesterHash;
}

const ACCEPTABLE: readonly TakeDownState[] = ['standing', 'sold', 'held'];

/** What `acceptTakeDowns` would do. The same errors. */
export async function planAcceptance(
  deps: Deps,
  chosen: ChosenTakeDowns,
): Promise<AcceptedTakeDowns> {
  const found = await chooseTakeDowns(deps, chosen, ACCEPTABLE);
  const photoIds = [...new Set(found.map(({ photoId }) => photoId))];
  return countsOf(found.length, photoIds.length, await planTaking(deps.db, photoIds));
}

/**
 * Lets requests stand for buyers, too: the photos are delivered no more, and what each buyer paid for
 * them is due to go back; `payTakeDownRefunds` sees to that. FocusErrors of chooseTakeDowns.
 */
export async function acceptTakeDowns(
  deps: Deps,
  chosen: ChosenTakeDowns,
): Promise<AcceptedTakeDowns> {
  const found = await chooseTakeDowns(deps, chosen, ACCEPTABLE);
  return deps.db.transaction(async (transaction) => {
    const accepted = await markAccepted(
      transaction,
      found.map(({ id }) => id),
    );
    const photoIds = [...new Set(accepted.map(({ photoId }) => photoId))];
    await hidePhotos(transaction, photoIds);
    return countsOf(accepted.length, photoIds.length, await takeFromBuyers(transaction, photoIds));
  });
}

function countsOf(
  requests: number,
  photos: number,
  refunds: readonly NewTakeDownRefund[],
): AcceptedTakeDowns {
  return {
    requests,
    photos,
    orders: refunds.length,
    refund: sumOf(refunds.map(({ amount }) => amount)),
  };
}
