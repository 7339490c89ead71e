import type { ReportIngest } from './ingest-events.js';
import { findNearDuplicates } from './find-near-duplicates.js';
import { linkPhotos } from './link-photos.js';
import { lockEvent } from '../db/queries/locks.js';
import { clearPending, pendingPhotos, type EventWideStep } from '../db/queries/pending.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import type { PhotoId } from '../domain/ids.js';

export interface FinishOptions {
  readonly nearDuplicates: boolean;
  readonly nearDuplicateDistance: number;
  readonly similarityThreshold: number;
}

/** Photos settled in one transaction: memory stays bounded, and a kill loses little. */
const BATCH = 20_000;

/**
 * The steps that need the whole event, over the photos that wait for them: near duplicates, then
 * links. They read what is stored and touch no pixels; stopped at any point, the next run goes
 * on. With `nearDuplicates` false, photos that wait for that step go on waiting.
 */
export async function finishEvent(
  db: Db,
  event: RaceEvent,
  options: FinishOptions,
  report: ReportIngest,
): Promise<void> {
  if (options.nearDuplicates) {
    await settle(db, event, 'near-duplicates', report, (transaction, ids) =>
      findNearDuplicates(transaction, event.id, ids, options.nearDuplicateDistance),
    );
  }
  await settle(db, event, 'linking', report, (transaction, ids) =>
    linkPhotos(transaction, event.id, ids, options.similarityThreshold),
  );
}

async function settle(
  db: Db,
  event: RaceEvent,
  step: EventWideStep,
  report: ReportIngest,
  work: (transaction: Db, ids: readonly PhotoId[]) => Promise<void>,
): Promise<void> {
  for (;;) {
    const done = await db.transaction(async (transaction) => {
      await lockEvent(transaction, event.id);
      const pending = await pendingPhotos(transaction, event.id, step, BATCH);
      if (pending.length === 0) return true;
      report({ type: 'phase', phase: step });
      await work(transaction, pending);
      await clearPending(transaction, pending, step);
      return false;
    });
    if (done) return;
  }
}
