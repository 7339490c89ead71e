import { beginIngest, type IngestTarget } from './begin-ingest.js';
import { doubtPhotos } from './doubt-times.js';
import { explainDeletedEvent } from './explain-deleted-event.js';
import { findCover } from './find-cover.js';
import { findIngestEvent } from './find-ingest-event.js';
import { importStartList, type ImportRequest } from './import-start-list.js';
import { noticeFaces } from './notice-faces.js';
import { planIngestList } from './plan-ingest-list.js';
import { markSpot } from '../db/queries/folders.js';
import { withLock } from '../db/queries/locks.js';
import { finishRun, startRun } from '../db/queries/runs.js';
import type { Db } from '../db/query.js';
import { checkEventDetails } from '../domain/event-details.js';
import { readSpot } from '../domain/spot.js';
import type { EventDetails, RaceEvent } from '../domain/event.js';
import { describeDoubt, doubtZone, type TimeDoubt } from '../domain/time-doubt.js';
import type { RunId } from '../domain/ids.js';
import { FocusError } from '../errors.js';
import { checkWatermarkPicture } from '../image/check-watermark-picture.js';
import { finishEvent } from '../pipeline/finish-event.js';
import type { FileIngest } from '../pipeline/ingest-file.js';
import type { IngestSummary, ReportIngest } from '../pipeline/ingest-events.js';
import { tallyLeftOut } from '../pipeline/left-out.js';
import { createPhotoTagger } from '../pipeline/photo-tagger.js';
import type { PhotoPool } from '../pipeline/photo-task.js';
import { createProgressMeter, type ProgressMeter } from '../pipeline/progress.js';
import { resolveRoot } from '../pipeline/resolve-root.js';
import { reportIngested } from '../pipeline/report-ingested.js';
import { ingestFiles } from '../pipeline/run.js';
import { retagEvent } from '../pipeline/retag.js';
import { countFiles } from '../pipeline/scan-count.js';
import type { ObjectStore } from '../ports/object-store.js';

export interface IngestOptions {
  readonly folder: string;
  /** Slug or name; the event this folder went to before, else one named after the folder. */
  readonly event: string | undefined;
  readonly details: EventDetails;
  /** Imported before the photos; a list that is refused stops the ingest before it begins. */
  readonly startList: Omit<ImportRequest, 'event'> | undefined;
  /** Where on the course the folder's photos were taken; as it was said before unless given. */
  readonly spot?: string | undefined;
  readonly byReference: boolean;
  readonly nearDuplicates: boolean;
  /** Hamming distance of perceptual hashes, of 64 bits. */
  readonly nearDuplicateDistance: number;
  readonly blurThreshold: number;
  readonly retouch: boolean;
  readonly watermarkText: string;
  /** The PNG file that the pool's threads mark with instead. */
  readonly watermarkPicture?: string | undefined;
  /** 0 to 100: two faces at least this alike are one person. */
  readonly similarityThreshold: number;
  readonly templateDays: number;
  /** Templates that were deleted, their time over, since anyone was told. */
  readonly expiredTemplates?: number;
  readonly maximumBytes: number;
}

export interface IngestDeps {
  readonly db: Db;
  readonly store: ObjectStore;
  readonly pool: PhotoPool;
}

/**
 * Brings a folder into an event. Running it again does only what is missing. Aborting the
 * signal finishes the photos in hand and leaves the rest to the next run.
 */
export async function ingestFolder(
  deps: IngestDeps,
  options: IngestOptions,
  report: ReportIngest,
  signal: AbortSignal,
): Promise<IngestSummary> {
  const spot = readSpot(options.spot);
  await checkOptions(deps.db, options);
  const { event, folder } = await beginIngest(deps.db, { ...options, spot });
  try {
    const locked = await withLock(deps.db, `folder ${folder.id}`, () =>
      ingestInto({ event, folder }, deps, options, report, signal),
    );
    if (locked.kind === 'done') return locked.value;
  } catch (error) {
    throw await explainDeletedEvent(deps, event, error);
  }
  throw new FocusError(
    'conflict',
    'ingest.already-running',
    `${folder.root} is being ingested by another process`,
    {
      hint: 'Wait until it is done; running again then does only what is missing.',
    },
  );
}

/** What is refused is refused before anything is made. */
async function checkOptions(db: Db, options: IngestOptions): Promise<void> {
  const { details, startList } = options;
  checkEventDetails(details);
  await checkWatermarkPicture(options.watermarkPicture);
  if (startList === undefined) return;
  const root = await resolveRoot(options.folder);
  const event = await findIngestEvent(db, root, { event: options.event, name: details.name });
  await planIngestList(db, event, details, startList);
}

async function ingestInto(
  { event, folder }: IngestTarget,
  deps: IngestDeps,
  options: IngestOptions,
  report: ReportIngest,
  signal: AbortSignal,
): Promise<IngestSummary> {
  report({ type: 'started', event: event.slug, folder: folder.root });
  if (options.startList !== undefined) {
    const request = { event: event.slug, ...options.startList };
    const imported = await importStartList(deps.db, request, retagEvent);
    report({ type: 'start-list', imported });
  }
  await noticeFaces(deps, event, options, report);
  const meter = createProgressMeter(() => performance.now());
  reportDoubts(doubtZone(event), event, report);
  const leftOut = tallyLeftOut();
  const runId = await startRun(deps.db, event.id, folder.id);
  const ingest = fileIngest({ event, folder }, deps, options, runId);
  await whileReporting(meter, report, async () => {
    countInBackground(folder.root, meter);
    report({ type: 'phase', phase: 'photos' });
    await ingestFiles({ ingest, meter, leftOut, report, signal });
    await markSpot(deps.db, folder.id);
    // What is in hand is finished; the event-wide steps belong to the run that takes the rest.
    if (!signal.aborted) await finishEvent(deps.db, event, options, report);
  });
  await findCover(deps.db, event.id);
  reportDoubts(await doubtPhotos(deps.db, event), event, report);
  const summary = await reportIngested(deps.db, { event, runId, meter, leftOut, report });
  await finishRun(deps.db, runId, summary);
  report({ type: 'summary', ...summary });
  return summary;
}

function reportDoubts(
  doubts: readonly TimeDoubt[],
  { slug }: RaceEvent,
  report: ReportIngest,
): void {
  for (const doubt of doubts) {
    const values = { event: slug, doubt };
    report({ type: 'notice', code: 'time.doubt', message: describeDoubt(doubt), values });
  }
}

function fileIngest(
  { event, folder }: IngestTarget,
  { db, store, pool }: IngestDeps,
  options: IngestOptions,
  runId: RunId,
): FileIngest {
  const { byReference, templateDays, blurThreshold, retouch, watermarkText, maximumBytes } =
    options;
  return {
    db,
    pool,
    folder,
    runId,
    maximumBytes,
    task: { faces: event.faces, blurThreshold, retouch, watermarkText },
    destination: {
      db,
      store,
      event,
      tagger: createPhotoTagger(event),
      byReference,
      nearDuplicates: options.nearDuplicates,
      templateDays,
    },
  };
}

function countInBackground(root: string, meter: ProgressMeter): void {
  countFiles(root).then(
    (total) => {
      meter.setTotal(total);
    },
    // The count is for the ETA alone; the walk itself reports what cannot be read.
    () => undefined,
  );
}

const PROGRESS_INTERVAL_MS = 200;

async function whileReporting(
  meter: ProgressMeter,
  report: ReportIngest,
  work: () => Promise<void>,
): Promise<void> {
  const timer = setInterval(() => {
    report(meter.snapshot());
  }, PROGRESS_INTERVAL_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
    report(meter.snapshot());
  }
}
