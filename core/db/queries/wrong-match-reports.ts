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

/** What visitors say of one bib in one photo. */
export interface WrongMatchReport {
  readonly eventSlug: string;
  readonly photoId: PhotoId;
  /** The path it was ingested from; undefined where no folder names it any more. */
  readonly file: string | undefined;
  readonly bib: Bib;
  /** The first that was written. */
  readonly note: string | undefined;
  readonly times: number;
  /** The last time. */
  readonly reportedAt: Date;
  /** When the seller said that the bib is right. */
  readonly settledAt: Date | undefined;
}

interface ReportRow {
  slug: string;
  photo_id: PhotoId;
  display_path: string | null;
  bib: Bib;
  note: string | null;
  times: number;
  reported_at: Date;
  settled_at: Date | null;
}

const MOST_LISTED = 1000;

/** The latest first. A report of a tag that is gone is settled by that and not listed. */
export async function listWrongMatchReports(
  db: Db,
  {
    eventId,
    withSettled,
  }: { readonly eventId: EventId | undefined; readonly withSettled: boolean },
): Promise<WrongMatchReport[]> {
  const rows = await query<ReportRow>(
    db,
    `select e.slug, r.photo_id, f.display_path, r.bib, r.note, r.times, r.reported_at, r.settled_at
     from wrong_match_reports r
       join events e on e.id = r.event_id
       join tags t on t.photo_id = r.photo_id and t.bib = r.bib
       left join lateral (select display_path from files
         where photo_id = r.photo_id and outcome = 'photo' order by path limit 1) f on true
     where (:eventId::uuid is null or r.event_id = :eventId)
       and (:withSettled or r.settled_at is null)
     order by r.reported_at desc, r.id limit ${MOST_LISTED}`,
    { eventId: eventId ?? null, withSettled },
  );
  return rows.map((row) => ({
    eventSlug: row.slug,
    photoId: row.photo_id,
    file: row.display_path ?? undefined,
    bib: row.bib,
    note: row.note ?? undefined,
    times: row.times,
    reportedAt: row.reported_at,
    settledAt: row.settled_at ?? undefined,
  }));
}

/** False where nobody reported it, or it was settled before. */
export async function settleWrongMatchReport(db: Db, photoId: PhotoId, bib: Bib): Promise<boolean> {
  const rows = await query(
    db,
    `update wrong_match_reports set settled_at = now()
     where photo_id = :photoId and bib = :bib and settled_at is null returning 1`,
    { photoId, bib },
  );
  return rows.length === 1;
}
