import type { ReportIngest } from './ingest-events.js';
import { findNearDuplicates } from './find-near-duplicates.js';
import { linkPhotos } from './link-photos.js';
import { lockEvent } from '../db/queries/locks.js';
import { clearPending, pendingPhotos } from '../db/queries/pending.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';

export interface FinishOptions {
  readonly nearDuplicates: boolean;
  readonly nearDuplicateDistance: number;
  readonly similarityThreshold: number;
}

/** Photos settled in one transaction: memory stays bounded, and a kill loses little. */
const BATCH = 20_000;

/**
 * The steps that need the whole event, over its pending photos: near duplicates, then links.
 * They read what is stored and touch no pixels; stopped at any point, the next run goes on.
 */
export async function finishEvent(
  db: Db,
  event: RaceEvent,
  options: FinishOptions,
  report: ReportIngest,
): Promise<void> {
  for (;;) {
    const done = await db.transaction(async (transaction) => {
      await lockEvent(transaction, event.id);
      const pending = await pendingPhotos(transaction, event.id, BATCH);
      if (pending.length === 0) return true;
      if (options.nearDuplicates) {
        report({ type: 'phase', phase: 'near-duplicates' });
        await findNearDuplicates(transaction, event.id, pending, options.nearDuplicateDistance);
      }
      report({ type: 'phase', phase: 'linking' });
      await linkPhotos(transaction, event.id, pending, options.similarityThreshold);
      await clearPending(transaction, pending);
      return false;
    });
    if (done) return;
  }
}
