import type { Step } from '../../domain/visits.js';
import { query, type Db } from '../query.js';

export interface PageLookedAt {
  /** Of the visitor. */
  readonly key: string;
  readonly at: Date;
  readonly pacedUntil: Date;
  readonly burstMs: number;
  readonly costMs: number;
  readonly quickMs: number;
  readonly suspectSeconds: number;
  /** The photo shown; none for a page of the gallery. */
  readonly photo?: string | undefined;
  /** The photos before and after it. */
  readonly neighbours: readonly string[];
  /** Of a page of the gallery: the photo it begins after, and the last one on it. */
  readonly after?: string | undefined;
  readonly last?: string | undefined;
  /** A hash of what was searched for, where what is shown was found by it. */
  readonly search?: number | undefined;
  readonly mostSearches: number;
  /** The first page of an event, which everybody opens. */
  readonly isEntry: boolean;
}

export interface CountedLook {
  readonly step: Step;
  readonly steps: number;
  readonly jumps: number;
  readonly isQuick: boolean;
  readonly isHasty: boolean;
  readonly isSuspect: boolean;
  readonly wasRefused: boolean;
  /** Hasty, and no suspect before. */
  readonly isFoundOut: boolean;
  /** Nothing was known of the visitor. */
  readonly isFirst: boolean;
  /** Until the pace is kept again. */
  readonly waitMs: number;
}

/** What one jump takes of the steps: more than anybody jumps who leafs. */
const JUMP_COST = 8;
const MOST_STEPS = 60;

/** Counts one page of a visitor, so that pages of several processes at the same time are all counted. */
export async function countLook(db: Db, page: PageLookedAt): Promise<CountedLook> {
  const known = await countAgain(db, page);
  if (known !== undefined) return known;
  const first = await countFirst(db, page);
  if (first !== undefined) return first;
  const meanwhile = await countAgain(db, page);
  if (meanwhile === undefined) throw new TypeError('Expected the row that another request made');
  return meanwhile;
}

/** One statement: what is found is found in a locked row. */
async function countAgain(db: Db, page: PageLookedAt): Promise<CountedLook | undefined> {
  const [row] = await query<Omit<CountedLook, 'isFoundOut' | 'isFirst'>>(
    db,
    `with page as (
       select :key::text as key, :at::timestamptz as at, make_interval(secs => :costMs / 1000.0) as cost,
         make_interval(secs => :burstMs / 1000.0) as burst, make_interval(secs => :quickMs / 1000.0) as quick,
         make_interval(secs => :suspectSeconds) as suspected, :photo::uuid as photo,
         :neighbours::uuid[] as neighbours, :after::uuid as after, :last::uuid as last,
         :search::int as search, :mostSearches::int as most, :isEntry::boolean as is_entry),
     found as (
       select p.*, case
           when p.is_entry then 'entry'
           when p.search = any(v.searched) or (p.search is not null and cardinality(v.searched) < p.most)
             then 'own'
           when p.search is not null then 'search'
           when v.last_photo = p.photo then 'again'
           when v.last_photo = any(p.neighbours) or p.after in (v.last_photo, v.last_end) then 'on'
           else 'jump' end as step,
         p.at - v.seen_at < p.quick as is_quick,
         greatest(v.paced_until, p.at) + p.cost as paced_until,
         greatest(v.paced_until, p.at) + p.cost - p.burst > p.at as is_hasty,
         coalesce(v.suspect_until > p.at, false) as was_suspect,
         coalesce(v.refused_until > p.at, false) as was_refused
       from page p join visitors v on v.key = p.key for update of v)
     update visitors v set
       steps = case
         when f.is_hasty then 0
         when f.step = 'on' and not f.is_quick then least(v.steps + 1, ${MOST_STEPS})
         when f.step = 'jump' then greatest(v.steps - ${JUMP_COST}, 0)
         else v.steps end,
       jumps = case
         when f.step in ('jump', 'again') then v.jumps + 1
         when f.step = 'on' then greatest(v.jumps - 1, 0)
         else v.jumps end,
       paced_until = case when f.is_hasty then v.paced_until else f.paced_until end,
       suspect_until =
         case when f.is_hasty and f.step <> 'entry' then f.at + f.suspected else v.suspect_until end,
       searched = case when f.step = 'own' and f.search <> all(v.searched)
         then v.searched || f.search else v.searched end,
       last_photo = coalesce(f.photo, v.last_photo),
       last_end = coalesce(f.last, v.last_end),
       seen_at = f.at
     from found f where v.key = f.key
     returning f.step, v.steps, v.jumps, f.is_quick as "isQuick", f.is_hasty as "isHasty",
       f.was_suspect as "isSuspect", f.was_refused as "wasRefused",
       ceil(1000 * extract(epoch from f.paced_until - f.burst - f.at))::int as "waitMs"`,
    parametersOf(page),
  );
  return row && { ...row, isFoundOut: row.isHasty && !row.isSuspect, isFirst: false };
}

/** `undefined` where another request was faster. */
async function countFirst(db: Db, page: PageLookedAt): Promise<CountedLook | undefined> {
  const step = page.isEntry ? 'entry' : page.search === undefined ? 'jump' : 'own';
  const jumps = step === 'jump' ? 1 : 0;
  const rows = await query(
    db,
    `insert into visitors (key, paced_until, seen_at, steps, jumps, last_photo, last_end, searched)
     values (:key, greatest(:at::timestamptz, :pacedUntil::timestamptz) + make_interval(secs => :costMs / 1000.0),
       :at, 0, :jumps, :photo::uuid, :last::uuid, array_remove(array[:search::int], null))
     on conflict (key) do nothing returning 1`,
    { ...parametersOf(page), jumps },
  );
  if (rows.length === 0) return undefined;
  const nothing = { isQuick: false, isHasty: false, isSuspect: false, wasRefused: false };
  return { step, steps: 0, jumps, ...nothing, isFoundOut: false, isFirst: true, waitMs: 0 };
}

function parametersOf({ photo, after, last, search, ...page }: PageLookedAt) {
  return {
    ...page,
    photo: photo ?? null,
    after: after ?? null,
    last: last ?? null,
    search: search ?? null,
  };
}

/** Remembers that the visitor was refused, and begins anew with the steps. */
export async function noteRefusal(db: Db, key: string, until: Date): Promise<void> {
  await query(db, 'update visitors set refused_until = :until, steps = 0 where key = :key', {
    key,
    until,
  });
}

/** Forgets those who were not seen since; how many there were. */
export async function deleteVisitorsUnseenSince(db: Db, since: Date): Promise<number> {
  const rows = await query(db, 'delete from visitors where seen_at < :since returning 1', {
    since,
  });
  return rows.length;
}
