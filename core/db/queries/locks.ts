import type { Knex } from 'knex';

/**
 * Holds a PostgreSQL advisory lock for as long as `work` runs; it ends with the connection,
 * so a killed process leaves none behind. `busy` is given back when another session holds it.
 */
export async function withLock<T>(
  db: Knex,
  name: string,
  work: () => Promise<T>,
): Promise<{ kind: 'done'; value: T } | { kind: 'busy' }> {
  return db.transaction(async (lock) => {
    const result = await lock.raw<{ rows: { held: boolean }[] }>(
      'select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as held',
      [name],
    );
    if (result.rows[0]?.held !== true) return { kind: 'busy' };
    return { kind: 'done', value: await work() };
  });
}

/** Waits for the lock; it ends with the transaction. */
export async function lockEvent(transaction: Knex, eventId: string): Promise<void> {
  await transaction.raw('select pg_advisory_xact_lock(hashtextextended(?, 1))', [eventId]);
}
