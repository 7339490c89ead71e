import { stringify } from 'csv-stringify/sync';
import type { ExportedFile } from '../db/queries/export-files.js';
import { toDisplayPath } from '../pipeline/scan-display-path.js';

/** Documented in docs/cli.md; new columns go to the end, before the ids. */
const COLUMNS = [
  'file',
  'status',
  'bib',
  'confidence',
  'source',
  'race',
  'name',
  'captured_at',
  'duplicate_of',
  'reason',
  'folder',
  'photo_id',
] as const;

type TagRow = Readonly<Record<(typeof COLUMNS)[number], string>>;

export function tagsCsvHeader(): string {
  return stringify([[...COLUMNS]]);
}

/**
 * One line for each tag of the file; a file with no tag has one line with an empty bib.
 *
 * Formula guard (OWASP, "CSV Injection"): a cell that begins with `=`, `+`, `-`, `@`, a tab or a
 * carriage return is preceded by an apostrophe, for names come from start lists and file names
 * from anywhere, and a spreadsheet would run them. Who reads the file with a program takes
 * one leading apostrophe off such cells.
 */
export function tagsCsvLines(file: ExportedFile): string {
  return stringify(tagRows(file), { columns: [...COLUMNS], escape_formulas: true });
}

function tagRows(file: ExportedFile): TagRow[] {
  const row: TagRow = {
    file: file.displayPath,
    status: file.status,
    bib: '',
    confidence: '',
    source: '',
    race: '',
    name: '',
    captured_at: file.photo?.capturedAt?.toISOString() ?? '',
    duplicate_of: file.duplicateOf ?? '',
    reason: file.reason ?? '',
    folder: toDisplayPath(file.folder.root),
    photo_id: file.photo?.id ?? '',
  };
  if (file.tags.length === 0) return [row];
  return file.tags.map((tag) => ({
    ...row,
    bib: tag.bib,
    confidence: String(tag.confidence),
    source: tag.source,
    race: tag.race ?? '',
    name: tag.name ?? '',
  }));
}
