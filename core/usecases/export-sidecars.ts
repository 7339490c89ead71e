import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { exportedFiles, exportedFolders, type ExportedFolder } from '../db/queries/export-files.js';
import { getEvent } from '../db/queries/events.js';
import type { Db } from '../db/query.js';
import type { EventId } from '../domain/ids.js';
import {
  decideSidecar,
  type SidecarDecision,
  type SidecarPlace,
} from '../export/decide-sidecar.js';
import { fileReason } from '../export/file-errors.js';
import { keywordsOf, type KeywordKind } from '../export/keywords.js';
import { mirrorFolders } from '../export/mirror-folders.js';
import { joinPath, replaceExtension } from '../export/paths.js';
import { planSidecars, type PlannedSidecar, type SidecarPhoto } from '../export/plan-sidecars.js';
import { isSelected, type FileSelection } from '../export/select-files.js';
import { undefinedIfMissing, writeAtomically } from '../export/write-atomically.js';
import { toDisplayPath } from '../pipeline/scan-display-path.js';

export interface ExportSidecarsOptions extends FileSelection {
  /** In a folder of their own, in a tree like that of the photos; or beside the photos. */
  readonly to: { readonly kind: 'folder'; readonly out: string } | { readonly kind: 'beside' };
  /** Both unless given. */
  readonly keywords?: readonly KeywordKind[] | undefined;
  /** Reports what would be done and writes nothing. */
  readonly dryRun?: boolean;
}

/** What became of one sidecar. `failed` leaves the file as it was. */
export interface SidecarResult {
  /** For people. */
  readonly file: string;
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'failed';
  readonly reason: string | undefined;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface SidecarCounts {
  created: number;
  updated: number;
  /** Up to date already, or without a tag and without a sidecar. */
  unchanged: number;
  failed: number;
}

/**
 * Writes the keywords of an event's photos into XMP sidecars (`IMG_1.xmp` for IMG_1.CR3 and
 * IMG_1.JPG), merged with those that are there; see mergeXmpKeywords. Safe to run again: what is
 * up to date is not touched. In a folder of their own, sidecars begin as copies of those beside
 * the photos, so that moving them there loses nothing, and one of other photos or of another
 * event fails. Beside the photos, a photo that is no
 * longer in its folder gets no sidecar and counts as failed, as do all where the folder is gone.
 * FocusError `not-found` for an unknown event, `unavailable` for a full disk.
 */
export async function exportSidecars(
  db: Db,
  slugOrName: string,
  options: ExportSidecarsOptions,
  report: (result: SidecarResult) => void,
): Promise<SidecarCounts> {
  const event = await getEvent(db, slugOrName);
  const folders = await exportedFolders(db, event.id);
  const plan = planSidecars(await sidecarPhotos(db, event.id, folders, options));
  const placeOf =
    options.to.kind === 'beside' ? besidePhoto : mirroredInto(options.to.out, folders);
  const apply = options.dryRun === true ? leaveAsIs : writeDecision;

  const counts: SidecarCounts = { created: 0, updated: 0, unchanged: 0, failed: 0 };
  for (const sidecar of plan) {
    const place = placeOf(sidecar);
    const missing = options.to.kind === 'beside' ? await whyMissing(sidecar) : undefined;
    const result =
      missing === undefined
        ? await settle(await decideSidecar(place, sidecar.keywords, sidecar.ids), apply)
        : failure(place.targets[0], missing);
    counts[result.outcome] += 1;
    report(result);
  }
  return counts;
}

async function sidecarPhotos(
  db: Db,
  eventId: EventId,
  folders: readonly ExportedFolder[],
  options: ExportSidecarsOptions,
): Promise<SidecarPhoto<ExportedFolder>[]> {
  const photos: SidecarPhoto<ExportedFolder>[] = [];
  for await (const file of exportedFiles(db, eventId, folders)) {
    if (file.photo === undefined) continue;
    photos.push({
      folder: file.folder,
      id: file.photo.id,
      path: file.path,
      keywords: keywordsOf(file.tags, options.keywords),
      isSelected: isSelected(file, options),
    });
  }
  return photos;
}

function besidePhoto({ folder, path }: PlannedSidecar<ExportedFolder>): SidecarPlace {
  const beside = joinPath(folder.root, path);
  return { targets: [beside, inCapitals(beside)], models: [], isShared: false };
}

function mirroredInto(
  out: string,
  folders: readonly ExportedFolder[],
): (sidecar: PlannedSidecar<ExportedFolder>) => SidecarPlace {
  const names = mirrorFolders(folders.map(({ root }) => root));
  const base = Buffer.from(resolve(out));
  const mirrors = new Map(
    folders.map(({ id }, index) => [id, joinPath(base, names[index] ?? Buffer.alloc(0))]),
  );
  return (sidecar) => ({
    targets: [joinPath(mirrors.get(sidecar.folder.id) ?? base, sidecar.path)],
    models: besidePhoto(sidecar).targets,
    isShared: true,
  });
}

/** Some programs write IMG_1.XMP; there must not be two. */
function inCapitals(sidecar: Buffer): Buffer {
  return replaceExtension(sidecar, '.XMP');
}

async function whyMissing(sidecar: PlannedSidecar<ExportedFolder>): Promise<string | undefined> {
  try {
    for (const photo of sidecar.photos) {
      const stats = await stat(joinPath(sidecar.folder.root, photo)).catch(undefinedIfMissing);
      if (stats !== undefined) return undefined;
    }
    const root = await stat(sidecar.folder.root).catch(undefinedIfMissing);
    return root === undefined
      ? `the folder ${toDisplayPath(sidecar.folder.root)} is no longer there`
      : 'its photo is no longer there';
  } catch (error) {
    return fileReason(error);
  }
}

type Apply = (target: Buffer, text: string) => Promise<void>;

const writeDecision: Apply = writeAtomically;
const leaveAsIs: Apply = () => Promise.resolve();

async function settle(decision: SidecarDecision, apply: Apply): Promise<SidecarResult> {
  if (decision.kind === 'unreadable') return failure(decision.target, decision.reason);
  const file = toDisplayPath(decision.target);
  if (decision.kind === 'unchanged') {
    return { file, outcome: 'unchanged', reason: undefined, added: [], removed: [] };
  }
  try {
    await apply(decision.target, decision.text);
  } catch (error) {
    return failure(decision.target, fileReason(error));
  }
  const { added, removed } = decision;
  return {
    file,
    outcome: decision.isNew ? 'created' : 'updated',
    reason: undefined,
    added,
    removed,
  };
}

function failure(target: Buffer, reason: string): SidecarResult {
  return { file: toDisplayPath(target), outcome: 'failed', reason, added: [], removed: [] };
}
