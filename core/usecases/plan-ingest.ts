import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { nameNewEvent } from './begin-ingest.js';
import { findIngestEvent } from './find-ingest-event.js';
import type { IngestOptions } from './ingest-folder.js';
import { planIngestList } from './plan-ingest-list.js';
import { findKnownFiles, type KnownFile } from '../db/queries/files.js';
import { findFolder } from '../db/queries/folders.js';
import type { Db } from '../db/query.js';
import { checkEventDetails } from '../domain/event-details.js';
import { readSpot } from '../domain/spot.js';
import { IDENTIFY_BYTES, identify } from '../image/identify.js';
import { checkWatermarkPicture } from '../image/check-watermark-picture.js';
import { inBatches } from '../pipeline/batches.js';
import { tallyLeftOut, type LeftOut } from '../pipeline/left-out.js';
import { isUnchanged } from '../pipeline/plan.js';
import { resolveRoot } from '../pipeline/resolve-root.js';
import { absolutePath, scanFolder } from '../pipeline/scan.js';
import type { FoundFile } from '../pipeline/scan-entry.js';
import type { ImportCounts } from '../startlist/plan-import.js';

/** What an ingest would do. `found` is the sum of the counts below it. */
export interface IngestPlan {
  /** The slug; of a new event, the one it would get if it is free. */
  readonly event: string;
  readonly isNewEvent: boolean;
  readonly folder: string;
  readonly found: number;
  readonly known: number;
  /** Photos never seen under their path. */
  readonly new: number;
  /** Seen before, with another size or time. */
  readonly changed: number;
  /** Failed in an earlier run, and tried again. */
  readonly retried: number;
  readonly unsupported: number;
  /** Folders and files that cannot be read: they would fail. */
  readonly unreadable: number;
  /** What is in the folder beside the files found, and would not be looked at. */
  readonly leftOut: readonly LeftOut[];
  readonly bytesToRead: number;
  /** What the import of the start list would do, where one is given. */
  readonly startList: ImportCounts | undefined;
}

type PlannedCount = 'known' | 'new' | 'changed' | 'retried' | 'unsupported' | 'unreadable';

const LOOKUP_BATCH = 500;

/**
 * Reads the start list, and looks at names, sizes, times and the first bytes of what is new; writes
 * nothing. FocusError where the ingest would be refused for its details, watermark, list or folder.
 */
export async function planIngest(
  db: Db,
  options: Pick<
    IngestOptions,
    'folder' | 'event' | 'details' | 'startList' | 'spot' | 'watermarkPicture'
  >,
): Promise<IngestPlan> {
  const { details, startList } = options;
  checkEventDetails(details);
  readSpot(options.spot);
  await checkWatermarkPicture(options.watermarkPicture);
  const root = await resolveRoot(options.folder);
  const event = await findIngestEvent(db, root, { event: options.event, name: details.name });
  const list = startList && (await planIngestList(db, event, details, startList));
  const folderId = event && (await findFolder(db, event.id, Buffer.from(root)));
  const counts: Record<PlannedCount, number> = {
    known: 0,
    new: 0,
    changed: 0,
    retried: 0,
    unsupported: 0,
    unreadable: 0,
  };
  const leftOut = tallyLeftOut();
  let bytesToRead = 0;
  for await (const batch of inBatches(scanFolder(root), LOOKUP_BATCH)) {
    const files = batch.filter((entry) => entry.kind === 'file');
    for (const entry of batch) if (entry.kind === 'skipped') leftOut.add(entry);
    counts.unreadable += batch.filter((entry) => entry.kind === 'unreadable').length;
    const paths = files.map((file) => file.path);
    const known =
      folderId === undefined
        ? new Map<string, KnownFile>()
        : await findKnownFiles(db, folderId, paths);
    for (const file of files) {
      const row = known.get(file.path.toString('hex'));
      const count = isUnchanged(file, row) ? 'known' : await lookAt(root, file, row);
      counts[count] += 1;
      if (count === 'new' || count === 'changed' || count === 'retried') bytesToRead += file.bytes;
    }
  }
  return {
    event: event?.slug ?? nameNewEvent(options.event, details.name, root).slug,
    isNewEvent: event === undefined,
    folder: root,
    found: Object.values(counts).reduce((sum, count) => sum + count, 0),
    ...counts,
    leftOut: leftOut.list(),
    bytesToRead,
    startList: list?.counts,
  };
}

async function lookAt(
  root: string,
  file: FoundFile,
  known: { readonly outcome: string } | undefined,
): Promise<PlannedCount> {
  try {
    const head = await readHead(absolutePath(root, file.path));
    if (identify(head, basename(file.displayPath)).kind === 'unsupported') return 'unsupported';
  } catch {
    return 'unreadable';
  }
  if (known === undefined) return 'new';
  return known.outcome === 'failed' ? 'retried' : 'changed';
}

async function readHead(path: Buffer): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const head = new Uint8Array(IDENTIFY_BYTES);
    const { bytesRead } = await file.read(head, 0, IDENTIFY_BYTES, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
