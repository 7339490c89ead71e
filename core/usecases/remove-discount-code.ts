import {
  findDiscountCode,
  removeDiscountCode as removeCodeRow,
  type DiscountCode,
} from '../db/queries/discount-codes.js';
import { getEvent } from '../db/queries/events.js';
import type { Db } from '../db/query.js';
import { FocusError } from '../errors.js';
import { requiredKey } from './add-discount-code.js';

/** FocusError `not-found` where the event has no such code. */
export async function findCode(
  db: Db,
  wanted: { readonly event: string; readonly code: string },
): Promise<DiscountCode> {
  const event = await getEvent(db, wanted.event);
  const found = await findDiscountCode(db, event.id, requiredKey(wanted.code), new Date());
  if (found !== undefined) return found;
  throw new FocusError('not-found', 'code.unknown', `There is no code "${wanted.code}"`, {
    hint: '`focusracer packs codes list` shows the codes.',
  });
}

/** Nobody can use it from now on; orders that did keep their discount. */
export async function removeDiscountCode(db: Db, code: DiscountCode): Promise<void> {
  await removeCodeRow(db, code.id);
}
