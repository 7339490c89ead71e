import { hiddenPhotos, markUndone, showPhotos } from '../../db/queries/take-downs.js';
import type { Db } from '../../db/query.js';
import type { TakeDownState } from '../../domain/take-down.js';
import { chooseTakeDowns, type ChosenTakeDowns, type FoundTakeDown } from './choose-take-downs.js';
import type { RequesterHash } from './take-down-deps.js';

export interface UndonePhotos {
  readonly requests: number;
  /** Photos that the public sees again. */
  readonly shown: number;
  /** Photos that stay hidden, because somebody else asked for it, too. */
  readonly stillHidden: number;
}

interface Deps {
  readonly db: Db;
  readonly hash: RequesterHash;
}

const UNDOABLE: readonly TakeDownState[] = ['standing', 'sold', 'held', 'accepted'];

/** What `undoTakeDowns` would do. The same errors. */
export async function planUndo(deps: Deps, chosen: ChosenTakeDowns): Promise<UndonePhotos> {
  const found = await chooseTakeDowns(deps, chosen, UNDOABLE);
  return countsOf(found, await hiddenBy(deps.db, found));
}

/**
 * Shows photos again that visitors took down, but for those that another request keeps hidden. What
 * was taken from buyers and paid back stays so. FocusErrors of chooseTakeDowns.
 */
export async function undoTakeDowns(deps: Deps, chosen: ChosenTakeDowns): Promise<UndonePhotos> {
  const found = await chooseTakeDowns(deps, chosen, UNDOABLE);
  return deps.db.transaction(async (transaction) => {
    const undone = await markUndone(
      transaction,
      found.map(({ id }) => id),
    );
    const hidden = await hiddenBy(transaction, undone);
    await showPhotos(
      transaction,
      hidden.filter(({ isWanted }) => !isWanted).map(({ id }) => id),
    );
    return countsOf(undone, hidden);
  });
}

function hiddenBy(db: Db, found: readonly FoundTakeDown[]) {
  return hiddenPhotos(
    db,
    found.map(({ photoId }) => photoId),
    found.map(({ id }) => id),
  );
}

function countsOf(
  found: readonly FoundTakeDown[],
  hidden: readonly { readonly isWanted: boolean }[],
): UndonePhotos {
  const stillHidden = hidden.filter(({ isWanted }) => isWanted).length;
  return { requests: found.length, shown: hidden.length - stillHidden, stillHidden };
}
