import type { Bib, EventId, PhotoId } from '../../domain/ids.js';
import { query, type Db } from '../query.js';

/** Notes that somebody says this bib is not in this photo; said again, it counts one more. */
export async function saveWrongMatchReport(
  db: Db,
  report: {
    readonly eventId: EventId;
    readonly photoId: PhotoId;
    readonly bib: Bib;
    readonly note: string | undefined;
  },
): Promise<void> {
  await query(
    db,
    `insert into wrong_match_reports (event_id, photo_id, bib, note)
     values (:eventId, :photoId, :bib, :note)
     on conflict (photo_id, bib) do update set times = wrong_match_reports.times + 1,
       note = coalesce(wrong_match_reports.note, excluded.note), reported_at = now()`,
    { ...report, note: report.note ?? null },
  );
}
