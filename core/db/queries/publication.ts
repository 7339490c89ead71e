import { FocusError } from '../../errors.js';
import type { EventState, RaceEvent } from '../../domain/event.js';
import type { EventId } from '../../domain/ids.js';
import type { SelfieTerms } from '../../domain/selfie-terms.js';
import type { TakeDownMode } from '../../domain/take-down.js';
import { query, type Db } from '../query.js';
import { updateEvent } from './events.js';

export interface PublicationDetails {
  readonly sellerName?: string | undefined;
  readonly sellerEmail?: string | undefined;
  readonly selfie?: SelfieTerms | 'off' | undefined;
  /** How long the links of orders placed from now on download. */
  readonly downloadHours?: number | 'for-good' | undefined;
  readonly takeDowns?: TakeDownMode | undefined;
}

/** Sets what is given and leaves the rest. */
export async function savePublication(
  db: Db,
  eventId: EventId,
  details: PublicationDetails & { readonly state: EventState },
): Promise<RaceEvent> {
  const { selfie, downloadHours } = details;
  const terms = selfie === 'off' ? undefined : selfie;
  const [first, other] = terms?.texts ?? [];
  await query(
    db,
    `update events set
       seller_name = coalesce(:sellerName, seller_name),
       seller_email = coalesce(:sellerEmail, seller_email),
       take_downs = coalesce(:takeDowns, take_downs),
       published_at = case when :isPublic then coalesce(published_at, now()) else published_at end,
       download_hours = case when :setsDownloads then :downloadHours::int else download_hours end,
       selfie_legal_basis = case when :setsSelfie then :basis else selfie_legal_basis end,
       selfie_notice = case when :setsSelfie then :notice else selfie_notice end,
       selfie_language = case when :setsSelfie then :language else selfie_language end,
       selfie_other_legal_basis =
         case when :setsSelfie then :otherBasis else selfie_other_legal_basis end,
       selfie_other_notice = case when :setsSelfie then :otherNotice else selfie_other_notice end,
       selfie_other_language =
         case when :setsSelfie then :otherLanguage else selfie_other_language end,
       selfie_until = case when :setsSelfie then :until::date else selfie_until end
     where id = :eventId`,
    {
      eventId,
      sellerName: details.sellerName ?? null,
      sellerEmail: details.sellerEmail ?? null,
      takeDowns: details.takeDowns ?? null,
      isPublic: details.state === 'published',
      setsDownloads: downloadHours !== undefined,
      downloadHours: downloadHours === 'for-good' ? null : (downloadHours ?? null),
      setsSelfie: selfie !== undefined,
      basis: first?.legalBasis ?? null,
      notice: first?.notice ?? null,
      language: first?.language ?? null,
      otherBasis: other?.legalBasis ?? null,
      otherNotice: other?.notice ?? null,
      otherLanguage: other?.language ?? null,
      until: terms?.until ?? null,
    },
  );
  return updateEvent(db, eventId, { state: details.state });
}

export interface StoredPublication {
  readonly sellerName: string | undefined;
  readonly sellerEmail: string | undefined;
  readonly takeDowns: TakeDownMode;
  /** `YYYY-MM-DD`. */
  readonly selfieUntil: string | undefined;
  /** Undefined for good. */
  readonly downloadHours: number | undefined;
}

export async function loadPublication(db: Db, eventId: EventId): Promise<StoredPublication> {
  const [row] = await query<{
    seller_name: string | null;
    seller_email: string | null;
    take_downs: TakeDownMode;
    selfie_until: string | null;
    download_hours: number | null;
  }>(
    db,
    `select seller_name, seller_email, download_hours, take_downs,
       to_char(selfie_until, 'YYYY-MM-DD') as selfie_until
     from events where id = :eventId`,
    { eventId },
  );
  if (row === undefined) {
    throw new FocusError('not-found', 'event.unknown', 'The event was deleted meanwhile');
  }
  return {
    sellerName: row.seller_name ?? undefined,
    sellerEmail: row.seller_email ?? undefined,
    takeDowns: row.take_downs,
    selfieUntil: row.selfie_until ?? undefined,
    downloadHours: row.download_hours ?? undefined,
  };
}

/** Who used a camera, as the public sees it. */
export async function namePhotographer(
  db: Db,
  eventId: EventId,
  cameraKey: string,
  name: string,
): Promise<void> {
  await query(
    db,
    `insert into photographers (event_id, camera_key, name) values (:eventId, :cameraKey, :name)
     on conflict (event_id, camera_key) do update set name = excluded.name`,
    { eventId, cameraKey, name },
  );
}
