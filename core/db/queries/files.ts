import type { Bib, FolderId, PhotoId, RunId } from '../../domain/ids.js';
import { query, type Db } from '../query.js';

/** What the last run wrote about a path. */
export interface KnownFile {
  readonly bytes: number;
  readonly modifiedNs: bigint;
  readonly outcome: 'photo' | 'duplicate' | 'unsupported' | 'failed';
  readonly photoId: PhotoId | undefined;
}

export interface FileRecord {
  readonly folderId: FolderId;
  readonly runId: RunId;
  /** The bytes of the name, relative to the folder. */
  readonly path: Uint8Array;
  readonly displayPath: string;
  readonly bytes: number;
  readonly modifiedNs: bigint;
  readonly outcome: KnownFile['outcome'];
  readonly reason: string | undefined;
  readonly photoId: PhotoId | undefined;
}

/** The rows of those paths that were seen before, keyed by the path's bytes in hexadecimal. */
export async function findKnownFiles(
  db: Db,
  folderId: FolderId,
  paths: readonly Uint8Array[],
): Promise<Map<string, KnownFile>> {
  const rows = await query<{
    path: Buffer;
    bytes: string;
    modified_ns: string;
    outcome: KnownFile['outcome'];
    photo_id: PhotoId | null;
  }>(
    db,
    `select path, bytes::text, modified_ns::text, outcome, photo_id from files
     where folder_id = :folderId and path = any(:paths)`,
    { folderId, paths },
  );
  return new Map(
    rows.map((row) => [
      row.path.toString('hex'),
      {
        bytes: Number(row.bytes),
        modifiedNs: BigInt(row.modified_ns),
        outcome: row.outcome,
        photoId: row.photo_id ?? undefined,
      },
    ]),
  );
}

export async function recordFile(db: Db, file: FileRecord): Promise<void> {
  await query(
    db,
    `insert into files (folder_id, path, display_path, bytes, modified_ns, outcome, reason, photo_id, run_id)
     values (:folderId, :path, :displayPath, :bytes, :modifiedNs, :outcome, :reason, :photoId, :runId)
     on conflict (folder_id, path) do update set
       display_path = excluded.display_path, bytes = excluded.bytes, modified_ns = excluded.modified_ns,
       outcome = excluded.outcome, reason = excluded.reason, photo_id = excluded.photo_id, run_id = excluded.run_id`,
    {
      folderId: file.folderId,
      path: file.path,
      displayPath: file.displayPath,
      bytes: file.bytes,
      modifiedNs: file.modifiedNs,
      outcome: file.outcome,
      reason: file.reason ?? null,
      photoId: file.photoId ?? null,
      runId: file.runId,
    },
  );
}

/** A path's size or time changed but its bytes did not: remember the new ones. */
export async function touchFile(
  db: Db,
  folderId: FolderId,
  path: Uint8Array,
  seen: { readonly bytes: number; readonly modifiedNs: bigint },
): Promise<void> {
  await query(
    db,
    `update files set bytes = :bytes, modified_ns = :modifiedNs where folder_id = :folderId and path = :path`,
    { folderId, path, bytes: seen.bytes, modifiedNs: seen.modifiedNs },
  );
}

/** A photo first stored in this run, or another copy of one, under the path it was found at. */
export interface IngestedFile {
  readonly displayPath: string;
  readonly outcome: 'kept' | 'near-duplicate' | 'blurry' | 'duplicate';
  /** What was recorded of a duplicate. */
  readonly reason: string | undefined;
  readonly duplicateOfPath: string | undefined;
  readonly sharpness: number;
  readonly bibs: readonly Bib[];
}

/** The run's photos and duplicates in the order of their paths, a page at a time: memory stays bounded. */
export async function* ingestedFiles(db: Db, runId: RunId): AsyncGenerator<IngestedFile> {
  let after: Uint8Array = new Uint8Array(0);
  for (;;) {
    const rows = await query<{
      path: Buffer;
      display_path: string;
      outcome: IngestedFile['outcome'];
      reason: string | null;
      keeper_path: string | null;
      sharpness: number;
      bibs: Bib[];
    }>(
      db,
      `select f.path, f.display_path, f.reason, p.sharpness,
         case when f.outcome = 'duplicate' then f.outcome else p.status end as outcome,
         (select k.display_path from files k where k.photo_id = p.duplicate_of and k.outcome = 'photo'
          order by k.display_path limit 1) as keeper_path,
         array(select t.bib from tags t where t.photo_id = p.id order by t.bib) as bibs
       from files f join photos p on p.id = f.photo_id
       where f.run_id = :runId and f.outcome in ('photo', 'duplicate') and f.path > :after
       order by f.path limit 1000`,
      { runId, after },
    );
    for (const row of rows) {
      yield {
        displayPath: row.display_path,
        outcome: row.outcome,
        reason: row.reason ?? undefined,
        duplicateOfPath: row.keeper_path ?? undefined,
        sharpness: row.sharpness,
        bibs: row.bibs,
      };
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.path;
  }
}
