import { inBatches } from './batches.js';
import { createClaims, type Claims } from './claims.js';
import type { FileOutcome, ReportIngest } from './ingest-events.js';
import { ingestFile, type ClaimedPhoto, type FileIngest, type FileResult } from './ingest-file.js';
import type { LeftOutTally } from './left-out.js';
import { isUnchanged } from './plan.js';
import type { ProgressMeter } from './progress.js';
import { scanFolder } from './scan.js';
import type { FoundFile, SkippedEntry, UnreadableEntry } from './scan-entry.js';
import { findKnownFiles, type KnownFile } from '../db/queries/files.js';
import { bibsOfPhotos } from '../db/queries/tags.js';
import type { Bib } from '../domain/ids.js';

/** Files whose rows are looked up together. */
const LOOKUP_BATCH = 500;
/** More photos in hand than workers, so that the next one is read while the pool is busy. */
const READ_AHEAD = 2;

export interface PhotoRun {
  readonly ingest: FileIngest;
  readonly meter: ProgressMeter;
  readonly leftOut: LeftOutTally;
  readonly report: ReportIngest;
  /** Aborted: nothing new is begun, what is in hand is finished. */
  readonly signal: AbortSignal;
}

/**
 * Takes every file of the folder to its outcome, several at a time, and reports those
 * outcomes that no later step can change. The first error that is not about one file ends
 * the run, after what is in hand was finished.
 */
export async function ingestFiles(run: PhotoRun): Promise<void> {
  const inHand = new Set<Promise<void>>();
  const claims = createClaims<ClaimedPhoto>();
  let failure: { readonly cause: unknown } | undefined;
  const isOver = (): boolean => failure !== undefined || run.signal.aborted;

  async function begin(file: FoundFile, known: KnownFile | undefined): Promise<void> {
    while (inHand.size >= run.ingest.pool.size + READ_AHEAD) await Promise.race(inHand);
    if (isOver()) return;
    const work = processFile(run, claims, file, known)
      .catch((cause: unknown) => {
        failure ??= { cause };
      })
      .finally(() => inHand.delete(work));
    inHand.add(work);
  }

  try {
    for await (const batch of inBatches(scanFolder(run.ingest.folder.root), LOOKUP_BATCH)) {
      const files = batch.filter((entry) => entry.kind === 'file');
      const known = await findKnownFiles(
        run.ingest.db,
        run.ingest.folder.id,
        files.map((file) => file.path),
      );
      const bibs = await bibsOfPhotos(
        run.ingest.db,
        [...known.values()].flatMap((row) => row.photoId ?? []),
      );
      for (const entry of batch) {
        if (isOver()) break;
        if (entry.kind !== 'file') {
          reportPassedOver(run, entry);
          continue;
        }
        const row = known.get(entry.path.toString('hex'));
        if (!isUnchanged(entry, row)) {
          await begin(entry, row);
          continue;
        }
        run.meter.count('known');
        const tagged = row.photoId === undefined ? undefined : bibs.get(row.photoId);
        run.report({
          type: 'photo',
          file: entry.displayPath,
          outcome: 'known',
          bibs: tagged ?? [],
          reason: undefined,
        });
      }
      if (isOver()) break;
    }
  } catch (cause) {
    failure ??= { cause };
  }
  await Promise.all(inHand);
  if (failure !== undefined) throw failure.cause;
}

async function processFile(
  run: PhotoRun,
  claims: Claims<ClaimedPhoto>,
  file: FoundFile,
  known: KnownFile | undefined,
): Promise<void> {
  const result = await ingestFile(run.ingest, file, known, claims.next());
  const problem = isProblem(result.outcome)
    ? { file: file.displayPath, reason: result.reason ?? '' }
    : undefined;
  run.meter.count(result.outcome, problem, result.stageMs);
  if (isFinal(result)) {
    run.report({
      type: 'photo',
      file: file.displayPath,
      outcome: result.outcome,
      bibs: result.outcome === 'known' ? await bibsOf(run, known) : [],
      reason: result.reason,
    });
  }
}

/** The tags of a photo that an earlier run brought in. */
async function bibsOf(run: PhotoRun, known: KnownFile | undefined): Promise<readonly Bib[]> {
  if (known?.photoId === undefined) return [];
  return (await bibsOfPhotos(run.ingest.db, [known.photoId])).get(known.photoId) ?? [];
}

/** A kept photo may still turn out a near duplicate, and gain tags by its faces, as its duplicates do. */
function isFinal({ outcome }: FileResult): boolean {
  return outcome !== 'kept' && outcome !== 'blurry' && outcome !== 'duplicate';
}

function isProblem(outcome: FileOutcome): boolean {
  return outcome === 'failed' || outcome === 'unsupported';
}

/** A folder that cannot be read may hide photos: it counts as a file that failed. */
function reportPassedOver(run: PhotoRun, entry: UnreadableEntry | SkippedEntry): void {
  const { displayPath: file, reason } = entry;
  if (entry.kind === 'skipped') {
    run.leftOut.add(entry);
    // Of links and devices there are few, and each may be a surprise.
    if (entry.cause !== 'link' && entry.cause !== 'special') return;
    const message = `${file}: ${reason}`;
    run.report({ type: 'notice', code: 'scan.skipped', message, values: { file, reason } });
    return;
  }
  run.meter.count('failed', { file, reason });
  run.report({ type: 'photo', file, outcome: 'failed', bibs: [], reason });
}
