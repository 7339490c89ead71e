import type { IngestSummary, ReportIngest } from './ingest-events.js';
import type { LeftOutTally } from './left-out.js';
import type { ProgressMeter } from './progress.js';
import { countRun } from '../db/queries/event-counts.js';
import { ingestedFiles, type IngestedFile } from '../db/queries/files.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import type { RunId } from '../domain/ids.js';

/**
 * Reports the photos whose outcome had to wait for the event-wide steps, and their duplicates,
 * which have the same bibs; and sums the run up.
 */
export async function reportIngested(
  db: Db,
  run: {
    readonly event: RaceEvent;
    readonly runId: RunId;
    readonly meter: ProgressMeter;
    readonly leftOut: LeftOutTally;
    readonly report: ReportIngest;
  },
): Promise<IngestSummary> {
  const outcomes = { kept: 0, 'near-duplicate': 0, blurry: 0, duplicate: 0 };
  for await (const file of ingestedFiles(db, run.runId)) {
    outcomes[file.outcome] += 1;
    run.report({
      type: 'photo',
      file: file.displayPath,
      outcome: file.outcome,
      bibs: file.bibs,
      reason: reasonOf(file),
    });
  }
  const { counts } = run.meter;
  const seconds = run.meter.elapsedSeconds();
  return {
    event: run.event.slug,
    found: run.meter.seen,
    kept: outcomes.kept,
    duplicates: outcomes.duplicate,
    nearDuplicates: outcomes['near-duplicate'],
    blurry: outcomes.blurry,
    unsupported: counts.unsupported,
    failed: counts.failed,
    known: counts.known,
    leftOut: run.leftOut.list(),
    ...(await countRun(db, run.runId)),
    seconds,
    photosPerSecond: seconds > 0 ? run.meter.worked / seconds : 0,
    // The operating system counts in kilobytes.
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
    stageMs: run.meter.meanStageMs(),
  };
}

function reasonOf(file: IngestedFile): string | undefined {
  switch (file.outcome) {
    case 'duplicate':
      return file.reason;
    case 'kept':
      return undefined;
    case 'blurry':
      return `sharpness ${file.sharpness.toFixed(1)} is below the threshold`;
    case 'near-duplicate':
      return `the same frame as ${file.duplicateOfPath ?? 'a photo of the event'}`;
  }
}
