import { findTakeDowns, listTakeDowns } from '../../db/queries/take-down-lists.js';
import type { Db } from '../../db/query.js';
import type { PhotoId } from '../../domain/ids.js';
import { readTakeDownReference, type TakeDownState } from '../../domain/take-down.js';
import { FocusError } from '../../errors.js';
import { filterOf, type TakeDownChoice } from './list-take-downs.js';
import type { RequesterHash } from './take-down-deps.js';

/** One by its reference, or all that a choice names. */
export type ChosenTakeDowns = { readonly reference: string } | TakeDownChoice;

export interface FoundTakeDown {
  readonly id: string;
  readonly photoId: PhotoId;
}

/**
 * FocusError `not-found` `takedown.unknown`, `input` `takedown.ambiguous`, and `input`
 * `takedown.no-choice` where nothing is named: not all of all events by a slip.
 */
export async function chooseTakeDowns(
  deps: { readonly db: Db; readonly hash: RequesterHash },
  chosen: ChosenTakeDowns,
  states: readonly TakeDownState[],
): Promise<readonly FoundTakeDown[]> {
  if ('reference' in chosen) {
    const { state, ...found } = await oneByReference(deps.db, chosen.reference);
    return states.includes(state) ? [found] : [];
  }
  const { event, since, from } = chosen;
  if (event === undefined && since === undefined && from === undefined) {
    throw new FocusError('input', 'takedown.no-choice', 'Nothing says which take-downs', {
      hint: 'Give a reference, or at least one of --event, --since and --address.',
    });
  }
  return findTakeDowns(deps.db, { ...(await filterOf(deps, chosen)), states });
}

async function oneByReference(
  db: Db,
  reference: string,
): Promise<FoundTakeDown & { readonly state: TakeDownState }> {
  const idStart = readTakeDownReference(reference);
  const [found, other] = idStart === undefined ? [] : await listTakeDowns(db, { idStart });
  if (found === undefined) {
    throw new FocusError(
      'not-found',
      'takedown.unknown',
      `No photo was taken down as "${reference}"`,
      { hint: '`focusracer takedowns list` lists the references.' },
    );
  }
  if (other !== undefined) {
    throw new FocusError('input', 'takedown.ambiguous', `"${reference}" names several requests`, {
      hint: `Give the whole id: ${found.id} or ${other.id}.`,
    });
  }
  if (found.state === 'unconfirmed') {
    throw new FocusError(
      'conflict',
      'takedown.unconfirmed',
      `"${reference}" was not confirmed by its link yet: nothing has changed`,
    );
  }
  return { id: found.id, photoId: found.photoId, state: found.state };
}
