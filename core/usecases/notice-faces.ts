import { applyFacesMode } from './apply-faces-mode.js';
import { markFacesNoticed } from '../db/queries/events.js';
import { expireTemplates } from '../db/queries/faces.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import type { ReportIngest } from '../pipeline/ingest-events.js';
import type { ObjectStore } from '../ports/object-store.js';

/** Deletes the face data that may not be kept any longer, and says so; and once in each event, what is kept. */
export async function noticeFaces(
  deps: { readonly db: Db; readonly store: ObjectStore },
  event: RaceEvent,
  options: {
    readonly templateDays: number;
    readonly expiredTemplates?: number;
    readonly similarityThreshold: number;
  },
  report: ReportIngest,
): Promise<void> {
  const expired = (options.expiredTemplates ?? 0) + (await expireTemplates(deps.db));
  if (expired > 0) {
    const message = `${expired} face templates reached their expiry and were deleted.`;
    report({ type: 'notice', code: 'faces.expired', message, values: { templates: expired } });
  }
  const { templates, faces } = await applyFacesMode(deps, event, options.similarityThreshold);
  if (templates + faces > 0) {
    const message =
      `By --faces ${event.faces}, ${templates} face templates and ${faces} faces of this event were deleted, ` +
      'and with them the tags that rested on templates.';
    const values = { mode: event.faces, templates, faces };
    report({ type: 'notice', code: 'faces.deleted', message, values });
  }
  if (event.faces !== 'index' || !(await markFacesNoticed(deps.db, event.id))) return;
  report({
    type: 'notice',
    code: 'faces.index',
    values: { days: options.templateDays },
    message:
      `Face templates are biometric data. For this event they are kept for ${options.templateDays} days, to find ` +
      'the photos of a runner whose bib is hidden, and then deleted. Use --faces detect or --faces off to keep none.',
  });
}
