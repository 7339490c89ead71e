import type { ExportedFile } from '../db/queries/export-files.js';
import type { Bib } from '../domain/ids.js';

/** Which files an export covers; all of the event's unless said otherwise. */
export interface FileSelection {
  /** `kept`: neither filtered nor a second copy of the same bytes. */
  readonly only?: 'kept' | 'all' | undefined;
  /** The photos with this bib. */
  readonly bib?: Bib | undefined;
}

export function isSelected(
  file: Pick<ExportedFile, 'status' | 'tags'>,
  { only = 'all', bib }: FileSelection,
): boolean {
  if (only === 'kept' && file.status !== 'kept') return false;
  return bib === undefined || file.tags.some((tag) => tag.bib === bib);
}
