import type { IngestSummary, ReportIngest } from './ingest-events.js';
import type { ProgressMeter } from './progress.js';
import { countRun } from '../db/queries/event-counts.js';
import { ingestedFiles, type IngestedFile } from '../db/queries/files.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import type { RunId } from '../domain/ids.js';

/** Reports the photos whose outcome had to wait for the event-wide steps, and sums the run up. */
export async function reportIngested(
  db: Db,
  run: {
    readonly event: RaceEvent;
    readonly runId: RunId;
    readonly meter: ProgressMeter;
    readonly report: ReportIngest;
  },
): Promise<IngestSummary> {
  const statuses = { kept: 0, 'near-duplicate': 0, blurry: 0 };
  for await (const file of ingestedFiles(db, run.runId)) {
    statuses[file.status] += 1;
    run.report({
      type: 'photo',
      file: file.displayPath,
      outcome: file.status,
      bibs: file.bibs,
      reason: reasonOf(file),
    });
  }
  const { counts } = run.meter;
  const seconds = run.meter.elapsedSeconds();
  return {
    event: run.event.slug,
    found: run.meter.seen,
    kept: statuses.kept,
    duplicates: counts.duplicate,
    nearDuplicates: statuses['near-duplicate'],
    blurry: statuses.blurry,
    unsupported: counts.unsupported,
    failed: counts.failed,
    known: counts.known,
    ...(await countRun(db, run.runId)),
    seconds,
    photosPerSecond: seconds > 0 ? run.meter.worked / seconds : 0,
    // The operating system counts in kilobytes.
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
    stageMs: run.meter.meanStageMs(),
  };
}

function reasonOf(file: IngestedFile): string | undefined {
  switch (file.status) {
    case 'kept':
      return undefined;
    case 'blurry':
      return `sharpness ${file.sharpness.toFixed(1)} is below the threshold`;
    case 'near-duplicate':
      return `the same frame as ${file.duplicateOfPath ?? 'a photo of the event'}`;
  }
}
