import type { Knex } from 'knex';

/**
 * Photo ids are derived from the event's slug and the photo's SHA-256 (see
 * core/domain/ids.ts), so that ties broken by id do not depend on the
 * order in which photos arrived.
 */
export async function initial(db: Knex): Promise<void> {
  await db.raw(`
    create table events (
      id uuid primary key default gen_random_uuid(),
      slug text not null unique,
      name text not null,
      starts_on date,
      place text,
      sport text,
      time_zone text not null,
      state text not null default 'draft' check (state in ('draft', 'published', 'archived')),
      faces text not null default 'index' check (faces in ('off', 'detect', 'index')),
      -- Set when the notice about face templates was shown to the seller.
      faces_noticed_at timestamptz,
      bib_pattern text,
      start_list_mapping jsonb,
      -- Counts the imports: an ingest in progress sees by it that its copy of the start list is old.
      start_list_version int not null default 0,
      created_at timestamptz not null default now()
    );

    -- A folder that was ingested into an event, by its absolute path.
    create table folders (
      id uuid primary key default gen_random_uuid(),
      event_id uuid not null references events on delete cascade,
      root bytea not null,
      unique (event_id, root)
    );

    create table runs (
      id uuid primary key default gen_random_uuid(),
      event_id uuid not null references events on delete cascade,
      folder_id uuid not null references folders on delete cascade,
      started_at timestamptz not null default now(),
      finished_at timestamptz,
      summary jsonb
    );
    create index on runs (event_id, started_at);

    create table photos (
      id uuid primary key,
      event_id uuid not null references events on delete cascade,
      sha256 bytea not null check (length(sha256) = 32),
      bytes bigint not null,
      format text not null,
      width int not null,
      height int not null,
      -- The wall clock of the camera; captured_at is the same in UTC by its offset or the event's zone.
      captured_local timestamp(6),
      captured_offset_minutes smallint,
      captured_at timestamptz,
      camera_make text,
      camera_model text,
      camera_serial text,
      latitude double precision,
      longitude double precision,
      perceptual_hash bytea not null check (length(perceptual_hash) = 8),
      frame_signature bytea not null,
      sharpness real not null,
      quality real not null,
      status text not null check (status in ('kept', 'near-duplicate', 'blurry')),
      -- For a near duplicate: the photo that is kept in its stead.
      duplicate_of uuid references photos on delete set null,
      -- Set by a person: the filters leave this photo alone from then on.
      restored_at timestamptz,
      -- The engine and version that made readings and faces; null where it was not analysed.
      analysed_by text,
      -- Original bytes: in the object store, or at this path when ingested by reference.
      original_path bytea,
      -- Waits for linking: it is new, or its bibs changed.
      pending boolean not null default true,
      -- Waits to be compared with the event's photos for near duplicates; not so where it came
      -- in with near duplicates kept.
      awaits_near_duplicates boolean not null default true,
      created_at timestamptz not null default now(),
      unique (event_id, sha256)
    );
    create index photos_pending on photos (event_id) where pending;
    create index photos_to_compare on photos (event_id) where awaits_near_duplicates;
    create index photos_by_time on photos (event_id, coalesce(captured_at, 'infinity'), id);
    create index photos_by_status on photos (event_id, status, id);
    create index photos_by_keeper on photos (duplicate_of) where duplicate_of is not null;

    -- One row per path seen in a folder: what became of it.
    create table files (
      folder_id uuid not null references folders on delete cascade,
      -- The bytes of the name, relative to the folder; display_path is for people.
      path bytea not null,
      display_path text not null,
      bytes bigint not null,
      modified_ns bigint not null,
      outcome text not null check (outcome in ('photo', 'duplicate', 'unsupported', 'failed')),
      reason text,
      photo_id uuid references photos on delete cascade,
      run_id uuid not null references runs on delete cascade,
      primary key (folder_id, path),
      check ((outcome in ('photo', 'duplicate')) = (photo_id is not null)),
      check ((outcome in ('unsupported', 'failed')) <= (reason is not null))
    );
    create index files_by_photo on files (photo_id);
    create index files_by_run on files (run_id, path);

    create table versions (
      photo_id uuid not null references photos on delete cascade,
      kind text not null check (kind in ('web', 'preview', 'thumbnail', 'crop')),
      -- The face of a crop; 0 for the others.
      ordinal smallint not null default 0,
      object_key text not null,
      width int not null,
      height int not null,
      bytes int not null,
      primary key (photo_id, kind, ordinal)
    );

    create table readings (
      photo_id uuid not null references photos on delete cascade,
      ordinal smallint not null,
      text text not null,
      confidence real not null,
      weakest_character real not null,
      box real[] not null,
      cut_left boolean not null,
      cut_right boolean not null,
      -- What the rules made of it, redone when the start list changes.
      resolution text not null check (resolution in ('tag', 'unconfirmed', 'dropped')),
      bib text,
      reason text,
      primary key (photo_id, ordinal)
    );

    create table faces (
      photo_id uuid not null references photos on delete cascade,
      ordinal smallint not null,
      box real[] not null,
      landmarks real[] not null,
      confidence real not null,
      quality real not null,
      smile real,
      eyes_open real,
      embedding bytea,
      embedding_expires_at timestamptz,
      -- The bib on the same body, by a reading or a person.
      bib text,
      -- The best matches among the event's bound faces, so that a later run only compares what is new.
      match jsonb,
      primary key (photo_id, ordinal)
    );
    create index faces_expiry on faces (embedding_expires_at) where embedding is not null;

    create table tags (
      event_id uuid not null references events on delete cascade,
      photo_id uuid not null references photos on delete cascade,
      bib text not null,
      source text not null check (source in ('manual', 'reading', 'corrected', 'face')),
      confidence real not null,
      evidence jsonb not null,
      face_ordinal smallint,
      created_at timestamptz not null default now(),
      primary key (photo_id, bib)
    );
    create index tags_by_bib on tags (event_id, bib, photo_id);

    -- A person said: this bib is not in this photo. No rule may tag it again.
    create table tag_vetoes (
      photo_id uuid not null references photos on delete cascade,
      bib text not null,
      created_at timestamptz not null default now(),
      primary key (photo_id, bib)
    );

    create table entries (
      id uuid primary key default gen_random_uuid(),
      event_id uuid not null references events on delete cascade,
      race text not null default '',
      bib text not null,
      first_name text not null default '',
      last_name text not null default '',
      -- Lower case, no accents, for search.
      name_key text not null default '',
      sex text,
      birth_year smallint,
      category text,
      club text,
      team text,
      nationality text,
      unique (event_id, race, bib, first_name, last_name)
    );
    create index entries_by_bib on entries (event_id, bib);
    create index entries_by_name on entries (event_id, name_key text_pattern_ops);

    create table start_list_imports (
      id uuid primary key default gen_random_uuid(),
      event_id uuid not null references events on delete cascade,
      file_name text not null,
      sha256 bytea not null,
      mapping jsonb not null,
      accepted int not null,
      rejected int not null,
      added int not null,
      changed int not null,
      removed int not null,
      imported_at timestamptz not null default now()
    );
  `);
}
