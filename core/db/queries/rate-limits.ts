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
    `insert into rate_limits as counted (key, hits, resets_at)
     values (:key, 1, now() + make_interval(secs => :windowSeconds))
     on conflict (key) do update set
       hits = case when counted.resets_at <= now() then 1 else counted.hits + 1 end,
       resets_at = case when counted.resets_at <= now() then excluded.resets_at else counted.resets_at end
     returning hits, resets_at`,
    { key, windowSeconds },
  );
  if (row === undefined) throw new TypeError('Expected one row from an upsert');
  return { hits: row.hits, resetsAt: row.resets_at };
}

/** Takes a counted hit back. */
export async function discountHit(db: Db, key: string): Promise<void> {
  await query(
    db,
    'update rate_limits set hits = hits - 1 where key = :key and hits > 0 and resets_at > now()',
    { key },
  );
}

export async function forgetHits(db: Db, key: string): Promise<void> {
  await query(db, 'delete from rate_limits where key = :key', { key });
}

/** How many windows were over. */
export async function deletePastWindows(db: Db): Promise<number> {
  const rows = await query(db, 'delete from rate_limits where resets_at <= now() returning 1');
  return rows.length;
}
