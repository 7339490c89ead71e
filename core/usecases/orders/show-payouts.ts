import { findEvent } from '../../db/queries/events.js';
import { payoutsByEvent, type Payout } from '../../db/queries/payouts.js';
import type { Db } from '../../db/query.js';

/** What was sold and is owed, by event and currency; of one event where it is named. */
export async function showPayouts(db: Db, event: string | undefined): Promise<Payout[]> {
  if (event === undefined) return payoutsByEvent(db, undefined);
  // The books know an event by its slug, also after it was deleted.
  const found = await findEvent(db, event);
  return payoutsByEvent(db, found?.slug ?? event);
}
