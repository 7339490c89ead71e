import { query, type Db } from '../query.js';

/** Whose selling it is. */
export interface SellingAccount {
  readonly provider: string;
  /** Undefined where the platform itself sells. */
  readonly account: string | undefined;
}

export interface SellingPause {
  /** In the provider's own words. */
  readonly reason: string;
  readonly since: Date;
}

export async function findSellingPause(
  db: Db,
  { provider, account }: SellingAccount,
): Promise<SellingPause | undefined> {
  const [row] = await query<SellingPause>(
    db,
    `select reason, since from selling_pauses where provider = :provider and account = :account`,
    { provider, account: account ?? '' },
  );
  return row;
}

/** One that is there already keeps its beginning; its reason is the latest. */
export async function insertSellingPause(
  transaction: Db,
  { provider, account }: SellingAccount,
  { reason, since }: SellingPause,
): Promise<void> {
  await query(
    transaction,
    `insert into selling_pauses (provider, account, reason, since, asked_at)
     values (:provider, :account, :reason, :since, :since)
     on conflict (provider, account) do update set reason = excluded.reason`,
    { provider, account: account ?? '', reason, since },
  );
}

/** True where there was one. */
export async function deleteSellingPause(
  db: Db,
  { provider, account }: SellingAccount,
): Promise<boolean> {
  const rows = await query(
    db,
    'delete from selling_pauses where provider = :provider and account = :account returning 1',
    { provider, account: account ?? '' },
  );
  return rows.length === 1;
}

/** The pause, where the provider was not asked about it for five minutes, or for a quarter of its age. It counts as asked about. */
export async function claimSellingPause(
  db: Db,
  { provider, account }: SellingAccount,
  now: Date,
): Promise<SellingPause | undefined> {
  const [row] = await query<SellingPause>(
    db,
    `update selling_pauses set asked_at = :now
     where provider = :provider and account = :account
       and :now::timestamptz - asked_at >= greatest(interval '5 minutes', (:now::timestamptz - since) / 4)
     returning reason, since`,
    { provider, account: account ?? '', now },
  );
  return row;
}
