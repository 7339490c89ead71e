import type { Budget } from '../../domain/visits.js';
import { query, type Db } from '../query.js';

/*
 * A budget is kept as the moment at which it is full again (`resets_at`), among the rate limits: one
 * that is full has no row. `hits` says whether the last one who asked was given something.
 */

export interface BudgetRequest {
  /** Of the address. */
  readonly key: string;
  readonly at: Date;
  readonly cost: number;
  /** What has to be left afterwards. */
  readonly kept: number;
}

export type Spent =
  { readonly kind: 'given' } | { readonly kind: 'refused'; readonly retryAfterSeconds: number };

/** Takes from a budget what is asked for, or nothing. One statement: nothing is given twice. */
export async function takeFromBudget(
  db: Db,
  budget: Budget,
  { key, at, cost, kept }: BudgetRequest,
): Promise<Spent> {
  const secondsEach = 60 / budget.perMinute;
  const spent =
    '(greatest(b.resets_at, :at::timestamptz) + (excluded.resets_at - :at::timestamptz))';
  const fits = `${spent} <= :at::timestamptz + make_interval(secs => :room)`;
  const [row] = await query<{ given: boolean; full: number }>(
    db,
    `insert into rate_limits as b (key, hits, resets_at)
     values (:key, 1, :at::timestamptz + make_interval(secs => :seconds))
     on conflict (key) do update set
       hits = case when ${fits} then 1 else 0 end,
       resets_at = case when ${fits} then ${spent} else b.resets_at end
     returning hits = 1 as given, extract(epoch from resets_at - :at::timestamptz)::float8 as full`,
    {
      key: `${budget.name}:${key}`,
      at,
      seconds: cost * secondsEach,
      room: (budget.atOnce - kept) * secondsEach,
    },
  );
  if (row === undefined) throw new TypeError('Expected one row from an upsert');
  if (row.given) return { kind: 'given' };
  const retryAfterSeconds = row.full + (cost + kept - budget.atOnce) * secondsEach;
  return { kind: 'refused', retryAfterSeconds };
}

/** Gives back to a budget; less than nothing takes away, though never more than a minute brings. */
export async function giveBackToBudget(
  db: Db,
  budget: Budget,
  { key, at, amount }: { readonly key: string; readonly at: Date; readonly amount: number },
): Promise<void> {
  const secondsEach = 60 / budget.perMinute;
  await query(
    db,
    `insert into rate_limits as b (key, hits, resets_at)
     values (:key, 1, :at::timestamptz - make_interval(secs => :seconds))
     on conflict (key) do update set resets_at = least(
       greatest(b.resets_at, :at::timestamptz) - make_interval(secs => :seconds),
       :at::timestamptz + make_interval(secs => :most))`,
    {
      key: `${budget.name}:${key}`,
      at,
      seconds: amount * secondsEach,
      most: (budget.atOnce + budget.perMinute) * secondsEach,
    },
  );
}
