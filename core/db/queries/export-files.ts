import type { Bib, EventId, FolderId, PhotoId, Sha256 } from '../../domain/ids.js';
import type { PhotoStatus } from '../../domain/photo.js';
import type { TagEvidence, TagSource } from '../../domain/tag.js';
import { query, type Db } from '../query.js';

/** A folder that was ingested into the event. */
export interface ExportedFolder {
  readonly id: FolderId;
  /** The bytes of its absolute path. */
  readonly root: Buffer;
}

export interface ExportedTag {
  readonly bib: Bib;
  /** 0 to 100. */
  readonly confidence: number;
  readonly source: TagSource;
  readonly evidence: TagEvidence;
  /** Where the start list knows exactly one participant by the bib, and all their entries are of one race. */
  readonly race: string | undefined;
  /** Given name and family name, where the start list knows exactly one participant by the bib. */
  readonly name: string | undefined;
}

export interface ExportedPhoto {
  readonly id: PhotoId;
  readonly sha256: Sha256;
  readonly status: PhotoStatus;
  readonly format: string;
  /** UTC. */
  readonly capturedAt: Date | undefined;
  /** The bytes of the absolute path of an original that was not copied into the object store. */
  readonly originalPath: Buffer | undefined;
}

/** One file of an ingested folder and what became of it. */
export interface ExportedFile {
  readonly folder: ExportedFolder;
  /** The bytes of the path relative to the folder; `displayPath` is for people. */
  readonly path: Buffer;
  readonly displayPath: string;
  readonly status: PhotoStatus | 'duplicate' | 'unsupported' | 'failed';
  readonly reason: string | undefined;
  /** Of an exact duplicate: the file with the same bytes. Of a near duplicate: the file kept in its stead. */
  readonly duplicateOf: string | undefined;
  readonly photo: ExportedPhoto | undefined;
  /** Of the photo, in the order of their bibs. An exact duplicate has the tags of its photo. */
  readonly tags: readonly ExportedTag[];
}

interface FileRow {
  path: Buffer;
  display_path: string;
  outcome: 'photo' | 'duplicate' | 'unsupported' | 'failed';
  reason: string | null;
  duplicate_of: string | null;
  photo_id: PhotoId | null;
  sha256: Sha256;
  photo_status: PhotoStatus;
  format: string;
  captured_at: Date | null;
  original_path: Buffer | null;
  tags: Omit<ExportedTag, 'race' | 'name'>[];
}

interface Participant {
  bib: Bib;
  name: string | null;
  race: string | null;
}

const PAGE_FILES = 1000;

/** The event's folders in the order of the bytes of their paths. */
export async function exportedFolders(db: Db, eventId: EventId): Promise<ExportedFolder[]> {
  return query(db, 'select id, root from folders where event_id = :eventId order by root', {
    eventId,
  });
}

/** Every file of those folders in the order of the bytes of their paths. Holds one page at a time. */
export async function* exportedFiles(
  db: Db,
  eventId: EventId,
  folders: readonly ExportedFolder[],
): AsyncGenerator<ExportedFile> {
  for (const folder of folders) {
    let after: Buffer = Buffer.alloc(0);
    for (;;) {
      const rows = await filePage(db, folder.id, after);
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.path;
      const bibs = new Set(rows.flatMap((row) => row.tags.map((tag) => tag.bib)));
      const participants = await soleParticipants(db, eventId, [...bibs]);
      for (const row of rows) yield toExportedFile(folder, row, participants);
    }
  }
}

function firstFileOf(photoId: string): string {
  return `(select k.display_path from files k where k.photo_id = ${photoId} and k.outcome = 'photo'
    order by k.path limit 1)`;
}

async function filePage(db: Db, folderId: FolderId, after: Buffer): Promise<FileRow[]> {
  return query<FileRow>(
    db,
    `select f.path, f.display_path, f.outcome, f.reason,
       case when f.outcome = 'duplicate' then ${firstFileOf('p.id')}
            when p.duplicate_of is not null then ${firstFileOf('p.duplicate_of')} end as duplicate_of,
       p.id as photo_id, encode(p.sha256, 'hex') as sha256, p.status as photo_status, p.format,
       p.captured_at, p.original_path,
       coalesce((select json_agg(json_build_object('bib', t.bib, 'confidence', t.confidence,
           'source', t.source, 'evidence', t.evidence) order by t.bib collate "C")
         from tags t where t.photo_id = p.id), '[]') as tags
     from files f left join photos p on p.id = f.photo_id
     where f.folder_id = :folderId and f.path > :after order by f.path limit :limit`,
    { folderId, after, limit: PAGE_FILES },
  );
}

/** Those bibs that one person alone wears: in a relay, or two races with the same bibs, nobody is named. */
async function soleParticipants(
  db: Db,
  eventId: EventId,
  bibs: readonly Bib[],
): Promise<Map<Bib, Participant>> {
  if (bibs.length === 0) return new Map();
  const rows = await query<Participant>(
    db,
    `select bib, nullif(trim(min(first_name) || ' ' || min(last_name)), '') as name,
       case when count(distinct race) = 1 then nullif(min(race), '') end as race
     from entries where event_id = :eventId and bib = any(:bibs)
     group by bib having count(distinct (first_name, last_name)) = 1`,
    { eventId, bibs },
  );
  return new Map(rows.map((row) => [row.bib, row]));
}

function toExportedFile(
  folder: ExportedFolder,
  row: FileRow,
  participants: ReadonlyMap<Bib, Participant>,
): ExportedFile {
  return {
    folder,
    path: row.path,
    displayPath: row.display_path,
    status: row.outcome === 'photo' ? row.photo_status : row.outcome,
    reason: row.reason ?? undefined,
    duplicateOf: row.duplicate_of ?? undefined,
    photo:
      row.photo_id === null
        ? undefined
        : {
            id: row.photo_id,
            sha256: row.sha256,
            status: row.photo_status,
            format: row.format,
            capturedAt: row.captured_at ?? undefined,
            originalPath: row.original_path ?? undefined,
          },
    tags: row.tags.map((tag) => ({
      ...tag,
      race: participants.get(tag.bib)?.race ?? undefined,
      name: participants.get(tag.bib)?.name ?? undefined,
    })),
  };
}
