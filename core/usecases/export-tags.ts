import { exportedFiles, exportedFolders, type ExportedFile } from '../db/queries/export-files.js';
import { getEvent } from '../db/queries/events.js';
import type { Db } from '../db/query.js';
import type { EventId } from '../domain/ids.js';
import { isSelected, type FileSelection } from '../export/select-files.js';
import { tagsCsvHeader, tagsCsvLines } from '../export/tags-csv.js';
import { tagsJsonObject } from '../export/tags-json.js';

export interface ExportTagsOptions extends FileSelection {
  readonly format: 'csv' | 'json';
}

export interface ExportedTagCounts {
  readonly files: number;
  readonly tags: number;
}

/** Takes text; what it returns is awaited, so that a slow reader slows the export down. */
export type WriteText = (text: string) => Promise<void> | void;

/** Pieces of about this many characters: neither a write per line nor a whole event in memory. */
const PIECE_CHARACTERS = 64 * 1024;

/**
 * Writes the tags of an event, file by file in the order of folders and paths, as CSV (see
 * tags-csv.ts) or as a JSON array (see tags-json.ts). All from one snapshot of the database, so
 * that an ingest that runs meanwhile shows either with a photo's tags or without the photo.
 * FocusError `not-found` where there is no such event.
 */
export async function exportTags(
  db: Db,
  slugOrName: string,
  options: ExportTagsOptions,
  write: WriteText,
): Promise<ExportedTagCounts> {
  const event = await getEvent(db, slugOrName);
  const counts = { files: 0, tags: 0 };
  const text = options.format === 'csv' ? csvText : jsonText;
  await db.transaction(
    async (snapshot) => {
      let piece = '';
      for await (const part of text(selectedFiles(snapshot, event.id, options, counts))) {
        piece += part;
        if (piece.length < PIECE_CHARACTERS) continue;
        await write(piece);
        piece = '';
      }
      await write(piece);
    },
    { isolationLevel: 'repeatable read', readOnly: true },
  );
  return counts;
}

async function* selectedFiles(
  db: Db,
  eventId: EventId,
  selection: FileSelection,
  counts: { files: number; tags: number },
): AsyncGenerator<ExportedFile> {
  for await (const file of exportedFiles(db, eventId, await exportedFolders(db, eventId))) {
    if (!isSelected(file, selection)) continue;
    counts.files += 1;
    counts.tags += file.tags.length;
    yield file;
  }
}

async function* csvText(files: AsyncIterable<ExportedFile>): AsyncGenerator<string> {
  yield tagsCsvHeader();
  for await (const file of files) yield tagsCsvLines(file);
}

async function* jsonText(files: AsyncIterable<ExportedFile>): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const file of files) {
    yield separator + tagsJsonObject(file);
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}
