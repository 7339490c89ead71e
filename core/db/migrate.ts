import type { Knex } from 'knex';
import { FocusError } from '../errors.js';
import { asDatabaseError } from './database-error.js';
import { migrations as ownMigrations, type Migration } from './migrations/index.js';
import { query } from './query.js';

export interface MigrationReport {
  /** Names of the migrations run now, in order. */
  readonly applied: readonly string[];
}

/** Any constant will do, as long as every release uses the same one. */
const LOCK_KEY = 7_203_114_526;

/**
 * Brings the schema to this program's version: every pending migration, or none
 * of them, in one transaction. Processes that start together wait for the first
 * one; the lock belongs to the transaction, so no killed process leaves it behind.
 * FocusError `config` `database.newer-than-program` where a later release was here.
 */
export async function migrate(
  db: Knex,
  migrations: readonly Migration[] = ownMigrations,
): Promise<MigrationReport> {
  try {
    if ((await pendingMigrations(db, migrations)).length === 0) return { applied: [] };
    return await db.transaction(async (transaction) => {
      await transaction.raw('select pg_advisory_xact_lock(?)', [LOCK_KEY]);
      await transaction.raw(
        'create table if not exists focusracer_migrations (name text primary key, applied_at timestamptz not null default now())',
      );
      // Looked up again under the lock: another process may just have done the work.
      const pending = await pendingMigrations(transaction, migrations);
      for (const migration of pending) {
        await migration.up(transaction);
        await transaction('focusracer_migrations').insert({ name: migration.name });
      }
      return { applied: pending.map(({ name }) => name) };
    });
  } catch (error) {
    throw asDatabaseError(error) ?? error;
  }
}

/** What `migrate` would run, in order; changes nothing. The same errors. */
export async function pendingMigrations(
  db: Knex,
  migrations: readonly Migration[] = ownMigrations,
): Promise<readonly Migration[]> {
  const applied = await appliedNames(db);
  const known = new Set(migrations.map(({ name }) => name));
  const foreign = [...applied].filter((name) => !known.has(name));
  if (foreign.length > 0) {
    throw new FocusError(
      'config',
      'database.newer-than-program',
      `The database was made by a newer focusracer: this one does not know ${foreign.join(', ')}.`,
      { hint: 'Update focusracer, or use another database (DATABASE_URL or FOCUSRACER_HOME).' },
    );
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

async function appliedNames(db: Knex): Promise<ReadonlySet<string>> {
  const [found] = await query<{ exists: boolean }>(
    db,
    `select to_regclass('focusracer_migrations') is not null as exists`,
  );
  if (found?.exists !== true) return new Set();
  const rows = await query<{ name: string }>(
    db,
    'select name from focusracer_migrations order by name',
  );
  return new Set(rows.map(({ name }) => name));
}
