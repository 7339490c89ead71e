import { query, type Db } from '../query.js';

export interface CountedHit {
  /** In the present window, this one included. */
  readonly hits: number;
  readonly resetsAt: Date;
}

/**
 * Counts one hit in a fixed window, which begins with its first hit. One statement, so that hits
 * of several processes at the same time are all counted.
 */
export async function countHit(
  db: Db,
  { key, windowSeconds }: { readonly key: string; readonly windowSeconds: number },
): Promise<CountedHit> {
  const [row] = await query<{ hits: number; resets_at: Date }>(
    db,
    counting('values (:key, 1, now() + make_interval(secs => :windowSeconds))'),
    { key, windowSeconds },
  );
  if (row === undefined) throw new TypeError('Expected one row from an upsert');
  return { hits: row.hits, resetsAt: row.resets_at };
}

export interface SharedHit {
  /** Of the visitor; counted first. */
  readonly key: string;
  readonly limit: number;
  /** Of all who share an address: counts only what is within the visitor's own limit. */
  readonly sharedKey: string;
  readonly windowSeconds: number;
}

/** Counts one hit for a visitor and, where that is within the visitor's limit, for all at the address. */
export async function countSharedHit(
  db: Db,
  hit: SharedHit,
): Promise<{ readonly own: CountedHit; readonly shared: CountedHit | undefined }> {
  const [row] = await query<{
    hits: number;
    resets_at: Date;
    shared_hits: number | null;
    shared_resets_at: Date | null;
  }>(
    db,
    `with own as (${counting('values (:key, 1, now() + make_interval(secs => :windowSeconds))')}),
     shared as (${counting(`
       select :sharedKey, 1, now() + make_interval(secs => :windowSeconds)
       from own where own.hits <= :limit`)})
     select own.hits, own.resets_at, shared.hits as shared_hits, shared.resets_at as shared_resets_at
     from own left join shared on true`,
    { ...hit },
  );
  if (row === undefined) throw new TypeError('Expected one row from an upsert');
  const { shared_hits: sharedHits, shared_resets_at: sharedResetsAt } = row;
  return {
    own: { hits: row.hits, resetsAt: row.resets_at },
    shared:
      sharedHits === null || sharedResetsAt === null
        ? undefined
        : { hits: sharedHits, resetsAt: sharedResetsAt },
  };
}

function counting(source: string): string {
  return `insert into rate_limits as counted (key, hits, resets_at) ${source}
     on conflict (key) do update set
       hits = case when counted.resets_at <= now() then 1 else counted.hits + 1 end,
       resets_at = case when counted.resets_at <= now() then excluded.resets_at else counted.resets_at end
     returning hits, resets_at`;
}

/** Takes a counted hit back. */
export async function discountHit(db: Db, key: string): Promise<void> {
  await query(
    db,
    'update rate_limits set hits = hits - 1 where key = :key and hits > 0 and resets_at > now()',
    { key },
  );
}

/** How many windows were over. */
export async function deletePastWindows(db: Db): Promise<number> {
  const rows = await query(db, 'delete from rate_limits where resets_at <= now() returning 1');
  return rows.length;
}
