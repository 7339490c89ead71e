import { lockEvent } from '../db/queries/locks.js';
import { insertPack, packsOfEvent } from '../db/queries/packs.js';
import type { Db } from '../db/query.js';
import type { EventId } from '../domain/ids.js';
import type { Pack } from '../domain/pack.js';
import { USUAL_PACKS } from '../domain/pricing/usual-packs.js';

/**
 * Gives an event without packs the usual ones, so that it can be sold. Gives back what it made, for
 * the seller to be told; nothing where the event has a pack already.
 */
export async function ensurePacks(db: Db, eventId: EventId): Promise<Pack[]> {
  return db.transaction(async (transaction) => {
    // Two at the same time would each find no pack.
    await lockEvent(transaction, eventId);
    const existing = await packsOfEvent(transaction, eventId);
    if (existing.length > 0) return [];
    const made: Pack[] = [];
    for (const terms of USUAL_PACKS) made.push(await insertPack(transaction, eventId, terms));
    return made;
  });
}
