import type { Knex } from 'knex';

/** What the public sees of events and photos, and what visitors ask for. */
export async function storefront(db: Knex): Promise<void> {
  await db.raw(`
    alter table events
      add column published_at timestamptz,
      add column cover_photo_id uuid references photos on delete set null,
      -- Whose photos these are, and who hears of take-downs and reports.
      add column seller_name text,
      add column seller_email text,
      -- A visitor may search by face only while all three are given and the date is not over.
      add column selfie_legal_basis text,
      add column selfie_notice text,
      add column selfie_until date,
      add constraint events_selfie_complete check (
        (selfie_legal_basis is null) = (selfie_notice is null)
        and (selfie_notice is null) = (selfie_until is null));
    create index events_public on events (starts_on desc nulls last, id) where state = 'published';

    alter table photos
      add column taken_down_at timestamptz,
      -- One camera body is held to be one photographer. Hashed: a serial number is nobody's business.
      add column camera_key text generated always as (
        left(md5(nullif(coalesce(camera_make, '') || '/' || coalesce(camera_model, '') || '/'
          || coalesce(camera_serial, ''), '//')), 8)) stored;
    -- The gallery in the order in which photos were taken: each page is one range of an index.
    create index photos_public on photos (event_id, coalesce(captured_at, 'infinity'), id)
      where status = 'kept' and taken_down_at is null;
    create index photos_public_by_camera on photos
      (event_id, camera_key, coalesce(captured_at, 'infinity'), id)
      where status = 'kept' and taken_down_at is null;
    create index photos_by_arrival on photos (event_id, created_at);
    create index photos_by_restoration on photos (event_id, restored_at) where restored_at is not null;

    -- The name of whoever used a camera, where the seller gives it.
    create table photographers (
      event_id uuid not null references events on delete cascade,
      camera_key text not null,
      name text not null,
      primary key (event_id, camera_key)
    );

    -- Each word of each entry's name_key: finds "le goff marie" by "mar gof" in a range of an index.
    create table entry_words (
      entry_id uuid not null references entries on delete cascade,
      event_id uuid not null references events on delete cascade,
      word text collate "C" not null,
      primary key (entry_id, word)
    );
    create index entry_words_by_word on entry_words (event_id, word, entry_id);
    insert into entry_words (entry_id, event_id, word)
      select distinct id, event_id, word
      from entries, regexp_split_to_table(name_key, ' ') as word where word <> '';

    create table take_downs (
      id uuid primary key default gen_random_uuid(),
      event_id uuid not null references events on delete cascade,
      photo_id uuid not null references photos on delete cascade,
      email text,
      language text not null,
      reason text,
      requested_at timestamptz not null default now(),
      -- Set where the seller shows the photo again.
      undone_at timestamptz
    );
    create index take_downs_by_photo on take_downs (photo_id);
    create index take_downs_by_event on take_downs (event_id, requested_at);

    create table wrong_match_reports (
      id uuid primary key default gen_random_uuid(),
      event_id uuid not null references events on delete cascade,
      photo_id uuid not null references photos on delete cascade,
      bib text not null,
      note text,
      -- How often it was said; the first note is kept.
      times int not null default 1,
      reported_at timestamptz not null default now(),
      settled_at timestamptz,
      unique (photo_id, bib)
    );
    create index wrong_match_reports_open on wrong_match_reports (event_id, reported_at)
      where settled_at is null;

    -- Who wants to hear when photos are there: of one bib, or of the whole event where it is ''.
    create table followers (
      id uuid primary key default gen_random_uuid(),
      event_id uuid not null references events on delete cascade,
      bib text not null default '',
      email text not null,
      language text not null check (language in ('en', 'fr')),
      followed_at timestamptz not null default now(),
      -- SHA-256 of what the confirmation link carries; nothing else is sent before it was followed.
      token_sha256 bytea not null,
      confirmed_at timestamptz,
      -- Up to when photos were announced: nobody is told of one twice.
      notified_at timestamptz,
      unique (event_id, bib, email)
    );

    -- That somebody agreed to be looked for by face, and to which words; never who, never the face.
    create table selfie_consents (
      id uuid primary key default gen_random_uuid(),
      event_id uuid not null references events on delete cascade,
      legal_basis text not null,
      notice text not null,
      language text not null,
      given_at timestamptz not null default now(),
      revoked_at timestamptz
    );
    create index selfie_consents_by_event on selfie_consents (event_id, given_at);
  `);
}
