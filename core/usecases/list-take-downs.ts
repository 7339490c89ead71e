import { getEvent } from '../db/queries/events.js';
import { listTakeDowns as readTakeDowns, type TakeDown } from '../db/queries/take-downs.js';
import type { Db } from '../db/query.js';
import { takeDownReference } from '../domain/take-down.js';

export type ListedTakeDown = TakeDown & { readonly reference: string };

/** The latest thousand, of one event or of all; those that were undone only where they are wanted. */
export async function listTakeDowns(
  db: Db,
  { event, withUndone }: { readonly event: string | undefined; readonly withUndone: boolean },
): Promise<ListedTakeDown[]> {
  const eventId = event === undefined ? undefined : (await getEvent(db, event)).id;
  const takeDowns = await readTakeDowns(db, { eventId, withUndone });
  return takeDowns.map((one) => ({ reference: takeDownReference(one.id), ...one }));
}
