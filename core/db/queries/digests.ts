import type { EventId, PhotoId } from '../../domain/ids.js';
import type { MailLanguage } from '../../domain/mail.js';
import { query, type Db } from '../query.js';

/** Somebody who waits for photos. */
export interface Follower {
  readonly id: string;
  readonly eventId: EventId;
  readonly slug: string;
  readonly eventName: string;
  /** '' where all photos of the event are awaited. */
  readonly bib: string;
  readonly email: string;
  readonly language: MailLanguage;
  /** Of the last digest. */
  readonly notifiedAt: Date | null;
}

const FOLLOWER = `f.id, f.event_id as "eventId", e.slug, e.name as "eventName", f.bib, f.email, f.language,
  f.notified_at as "notifiedAt"`;

const PUBLIC_PHOTO = "p.status = 'kept' and p.taken_down_at is null";

export interface DigestPace {
  /** Between two digests to the same follower. */
  readonly pauseMinutes: number;
  /** Photos that keep coming are waited for: so long without a new one, and it is a digest. */
  readonly settleMinutes: number;
  /** However many keep coming, nobody waits longer than this for the first. */
  readonly longestMinutes: number;
}

/**
 * Locks the next follower who has photos to hear of; undefined where there is none, or another
 * process tells them. To be called in a transaction that also marks what was told.
 */
export async function lockDueFollower(db: Db, pace: DigestPace): Promise<Follower | undefined> {
  const [row] = await query<Follower>(
    db,
    `select ${FOLLOWER} from followers f join events e on e.id = f.event_id
     cross join lateral (
       select min(arrived_at) as first, max(arrived_at) as last from (
         select greatest(p.created_at, t.created_at) as arrived_at
         from tags t join photos p on p.id = t.photo_id
         where f.bib <> '' and t.event_id = f.event_id and t.bib = f.bib and ${PUBLIC_PHOTO}
           and not exists (select 1 from announced_photos a
                           where a.follower_id = f.id and a.photo_id = p.id)
         union all
         (select min(p.created_at) from photos p
          where f.bib = '' and p.event_id = f.event_id and ${PUBLIC_PHOTO}
            and p.created_at > coalesce(f.notified_at, '-infinity'))
         union all
         (select max(p.created_at) from photos p
          where f.bib = '' and p.event_id = f.event_id and ${PUBLIC_PHOTO}
            and p.created_at > coalesce(f.notified_at, '-infinity'))
       ) as arrivals
     ) as news
     where e.state = 'published' and f.confirmed_at is not null
       and (f.notified_at is null
            or f.notified_at <= now() - make_interval(mins => :pauseMinutes))
       and (news.last <= now() - make_interval(mins => :settleMinutes)
            or news.first <= now() - make_interval(mins => :longestMinutes))
     order by f.followed_at, f.id limit 1 for update of f skip locked`,
    { ...pace },
  );
  return row;
}

/** Notes that the follower hears of what is new now: how many photos that is, and the best of them. */
export async function takeNewPhotos(
  db: Db,
  follower: Follower,
): Promise<{ readonly photoCount: number; readonly photoId: PhotoId | undefined }> {
  const [row] = await query<{ count: number; best: PhotoId | null }>(
    db,
    follower.bib === ''
      ? `select count(*) as count, (array_agg(p.id order by p.quality desc, p.id))[1] as best
         from photos p, followers f
         where f.id = :id and p.event_id = :eventId and ${PUBLIC_PHOTO}
           and p.created_at > coalesce(f.notified_at, '-infinity')`
      : `with told as (
           insert into announced_photos (follower_id, photo_id)
           select :id, p.id from tags t join photos p on p.id = t.photo_id
           where t.event_id = :eventId and t.bib = :bib and ${PUBLIC_PHOTO}
           on conflict do nothing returning photo_id)
         select count(*) as count, (array_agg(p.id order by p.quality desc, p.id))[1] as best
         from told join photos p on p.id = told.photo_id`,
    { id: follower.id, eventId: follower.eventId, bib: follower.bib },
  );
  await query(db, 'update followers set notified_at = now() where id = :id', { id: follower.id });
  return { photoCount: row?.count ?? 0, photoId: row?.best ?? undefined };
}

/** They asked to hear no more of any event. */
export async function deleteFollowersOf(db: Db, email: string): Promise<void> {
  await query(db, 'delete from followers where email = lower(:email)', { email });
}
