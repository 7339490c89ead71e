import { listTakeDowns, showTakenDown, type TakeDown } from '../db/queries/take-downs.js';
import type { Db } from '../db/query.js';
import { readTakeDownReference } from '../domain/take-down.js';
import { FocusError } from '../errors.js';

/** False in `isShown` where the photo was shown again before. */
export type UndoneTakeDown = TakeDown & { readonly isShown: boolean };

/**
 * Shows a photo again that a visitor took down, by the reference of the request or its whole id.
 * FocusError `not-found` `takedown.unknown`, `input` `takedown.ambiguous`.
 */
export async function undoTakeDown(db: Db, reference: string): Promise<UndoneTakeDown> {
  const idStart = readTakeDownReference(reference);
  const [found, other] =
    idStart === undefined ? [] : await listTakeDowns(db, { idStart, withUndone: true });
  if (found === undefined) {
    throw new FocusError(
      'not-found',
      'takedown.unknown',
      `No photo was taken down as "${reference}"`,
      {
        hint: '`focusracer takedowns list` lists the references.',
      },
    );
  }
  if (other !== undefined) {
    throw new FocusError('input', 'takedown.ambiguous', `"${reference}" names several requests`, {
      hint: `Give the whole id: ${found.id} or ${other.id}.`,
    });
  }
  const isShown = await db.transaction((transaction) => showTakenDown(transaction, found.photoId));
  return { ...found, isShown };
}
