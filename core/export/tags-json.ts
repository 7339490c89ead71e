import type { ExportedFile } from '../db/queries/export-files.js';
import { toDisplayPath } from '../pipeline/scan-display-path.js';

/** One object on one line. Fields without a value are left out; `tags` is always there. */
export function tagsJsonObject(file: ExportedFile): string {
  return JSON.stringify({
    file: file.displayPath,
    status: file.status,
    reason: file.reason,
    duplicateOf: file.duplicateOf,
    capturedAt: file.photo?.capturedAt,
    folder: toDisplayPath(file.folder.root),
    photoId: file.photo?.id,
    tags: file.tags,
  });
}
