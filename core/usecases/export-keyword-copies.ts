import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import {
  exportedFiles,
  exportedFolders,
  type ExportedFile,
  type ExportedPhoto,
} from '../db/queries/export-files.js';
import { getEvent } from '../db/queries/events.js';
import type { Db } from '../db/query.js';
import type { EventId } from '../domain/ids.js';
import { originalKey } from '../domain/object-keys.js';
import { withMetadataTool, type MetadataTool } from '../export/exiftool.js';
import {
  isCopyFormat,
  makeKeywordCopy,
  type CopyFormat,
  type CopyOutcome,
} from '../export/keyword-copy.js';
import { keywordsOf, type KeywordKind } from '../export/keywords.js';
import { mirrorFolders } from '../export/mirror-folders.js';
import { outputFolder } from '../export/output-folder.js';
import { joinPath } from '../export/paths.js';
import { isSelected, type FileSelection } from '../export/select-files.js';
import { undefinedIfMissing } from '../export/write-atomically.js';
import type { ObjectStore } from '../ports/object-store.js';

export interface ExportKeywordCopiesOptions extends FileSelection {
  /** A folder of its own, outside those of the originals. */
  readonly out: string;
  /** Both unless given. */
  readonly keywords?: readonly KeywordKind[] | undefined;
  /** Reports what would be copied, as `planned`, and writes nothing. */
  readonly dryRun?: boolean;
}

export interface KeywordCopyResult {
  /** For people: relative to the folder ingested. */
  readonly file: string;
  readonly outcome: CopyOutcome['kind'] | 'planned' | 'skipped';
  readonly reason: string | undefined;
  readonly keywords: readonly string[];
}

export type KeywordCopyCounts = Record<KeywordCopyResult['outcome'], number>;

/**
 * Copies the tagged photos of an event into a folder, in a tree like that of the originals, with
 * their keywords in the copies: IPTC and XMP in JPEG and TIFF, XMP in PNG, WebP and AVIF. Photos
 * without a keyword, and raw ones, are skipped. A copy that is there is brought up to date, not
 * replaced; a file of another photo or another event that stands there fails. Originals are read from the object store, or where they were left, and not altered.
 *
 * FocusError `not-found` for an unknown event, `input` for a folder among the originals, `config`
 * where Perl is missing, `unavailable` for a full disk.
 */
export async function exportKeywordCopies(
  deps: { readonly db: Db; readonly store: Pick<ObjectStore, 'get'> },
  slugOrName: string,
  options: ExportKeywordCopiesOptions,
  report: (result: KeywordCopyResult) => void,
): Promise<KeywordCopyCounts> {
  const event = await getEvent(deps.db, slugOrName);
  const folders = await exportedFolders(deps.db, event.id);
  const roots = folders.map(({ root }) => root);
  const out = await outputFolder(options.out, roots);
  const names = mirrorFolders(roots);
  const mirrors = new Map(
    folders.map(({ id }, index) => [
      id,
      joinPath(Buffer.from(out), names[index] ?? Buffer.alloc(0)),
    ]),
  );
  const counts: KeywordCopyCounts = {
    created: 0,
    updated: 0,
    unchanged: 0,
    failed: 0,
    planned: 0,
    skipped: 0,
  };

  const copyAll = async (copy: CopyPhoto): Promise<void> => {
    for await (const file of exportedFiles(deps.db, event.id, folders)) {
      const { photo } = file;
      if (photo === undefined || !isSelected(file, options)) continue;
      const keywords = keywordsOf(file.tags, options.keywords);
      const mirror = mirrors.get(file.folder.id) ?? Buffer.from(out);
      const outcome = await copy({ ...file, photo }, joinPath(mirror, file.path), keywords);
      const reason = 'reason' in outcome ? outcome.reason : undefined;
      counts[outcome.kind] += 1;
      report({ file: file.displayPath, outcome: outcome.kind, reason, keywords });
    }
  };
  if (options.dryRun === true) {
    await copyAll(planOnly);
  } else {
    await mkdir(out, { recursive: true });
    await withMetadataTool((tool) =>
      copyAll(copyWith(tool, out, (photo) => readCheckedOriginal(deps.store, event.id, photo))),
    );
  }
  return counts;
}

type PhotoFile = ExportedFile & { readonly photo: ExportedPhoto };
type CopyPhoto = (
  file: PhotoFile,
  target: Buffer,
  keywords: readonly string[],
) => Promise<
  CopyOutcome | { readonly kind: 'planned' } | { readonly kind: 'skipped'; readonly reason: string }
>;

type Copyable =
  | { readonly kind: 'copy'; readonly format: CopyFormat }
  | { readonly kind: 'skipped'; readonly reason: string };

async function judge(
  file: PhotoFile,
  target: Buffer,
  keywords: readonly string[],
): Promise<Copyable> {
  const { format } = file.photo;
  if (!isCopyFormat(format))
    return { kind: 'skipped', reason: 'raw photos keep their keywords in sidecars' };
  // A copy that is there may have to lose keywords of an earlier export.
  const isNeeded =
    keywords.length > 0 || (await stat(target).catch(undefinedIfMissing)) !== undefined;
  return isNeeded ? { kind: 'copy', format } : { kind: 'skipped', reason: 'it has no keywords' };
}

const planOnly: CopyPhoto = async (file, target, keywords) => {
  const judged = await judge(file, target, keywords);
  return judged.kind === 'copy' ? { kind: 'planned' } : judged;
};

function copyWith(
  tool: MetadataTool,
  scratch: string,
  readOriginal: (photo: ExportedPhoto) => Promise<Uint8Array>,
): CopyPhoto {
  return async (file, target, keywords) => {
    const judged = await judge(file, target, keywords);
    if (judged.kind === 'skipped') return judged;
    return makeKeywordCopy(tool, scratch, {
      target,
      format: judged.format,
      keywords,
      photoId: file.photo.id,
      readOriginal: () => readOriginal(file.photo),
    });
  };
}

/** The bytes that were ingested: an original left in its folder may have changed since. */
async function readCheckedOriginal(
  store: Pick<ObjectStore, 'get'>,
  eventId: EventId,
  photo: ExportedPhoto,
): Promise<Uint8Array> {
  const bytes =
    photo.originalPath === undefined
      ? await store.get(originalKey(eventId, photo.sha256))
      : await readFile(photo.originalPath);
  if (createHash('sha256').update(bytes).digest('hex') !== photo.sha256) {
    throw new Error('the original is not the one that was ingested');
  }
  return bytes;
}
