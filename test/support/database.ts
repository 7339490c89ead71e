import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Knex } from 'knex';
import { openDatabase, type Database } from '../../core/db/connect.js';
import { joinEmbeddedServer } from '../../core/db/embedded/join.js';
import { isRunning, ownIdentity } from '../../core/platform/process-identity.js';
import { migrate } from '../../core/db/migrate.js';
import { query } from '../../core/db/query.js';
import { compileCore } from './compiled-core.js';

export interface TestDatabase {
  readonly db: Knex;
  readonly url: string;
  /** Ends the connections and removes the database. */
  drop(): Promise<void>;
}

/** What the keeper's process imports. */
export const KEEPER_SOURCES = ['core/errors.ts', 'core/platform', 'core/db/embedded'] as const;
const MIGRATIONS = new URL('../../core/db/migrations/', import.meta.url);
const TEMPLATE_LOCK = 1;
let created = 0;

/**
 * An empty, migrated database of its own, on a server that all test files share
 * and that stops by itself a few seconds after the last of them.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const compiled = await compileCore(KEEPER_SOURCES);
  const keeperEntry = compiled.pathOf('core/db/embedded/keeper-process.ts');
  const home = testHome(basename(compiled.folder));
  const server = await joinEmbeddedServer({ home, folder: home, keeperEntry });
  const { user, password, host, port } = server.connection;
  const urlOf = (database: string) => `postgres://${user}:${password}@${host}:${port}/${database}`;
  const open = (database: string) =>
    openDatabase({ url: urlOf(database), embedded: { home, folder: home } });

  const admin = await open('postgres');
  const name = testDatabaseName();
  try {
    const template = await ensureTemplate(admin, open);
    await query(admin.db, `create database ${name} template ${template}`);
  } finally {
    await admin.close();
  }
  const opened = await open(name);
  return {
    db: opened.db,
    url: urlOf(name),
    drop: async () => {
      await opened.close();
      const again = await open('postgres');
      await query(again.db, `drop database ${name} with (force)`);
      await again.close();
      server.leave();
    },
  };
}

/** Outside the checkout, which the server's own account may be unable to enter; one per keeper, so that checkouts do not meet. */
function testHome(build: string): string {
  const home = join(tmpdir(), `focusracer-test-${process.getuid?.() ?? 0}-${build}`);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  return home;
}

/** Migrated once per content of the migrations; every test database is a copy of it. */
async function ensureTemplate(
  admin: Database,
  open: (database: string) => Promise<Database>,
): Promise<string> {
  const hash = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS).sort())
    hash.update(readFileSync(new URL(file, MIGRATIONS)));
  const template = `template_${hash.digest('hex').slice(0, 12)}`;
  await admin.db.transaction(async (lock) => {
    await query(lock, 'select pg_advisory_xact_lock(:key)', { key: TEMPLATE_LOCK });
    const names = (
      await query<{ datname: string }>(admin.db, 'select datname from pg_database')
    ).map(({ datname }) => datname);
    if (names.includes(template)) return;
    // Nothing in a test database is worth its wait for the disk.
    await query(admin.db, 'alter system set fsync = off');
    await query(admin.db, 'select pg_reload_conf()');
    for (const name of names.filter(isAbandoned))
      await query(admin.db, `drop database if exists ${name} with (force)`);
    const draft = `${template}_draft`;
    await query(admin.db, `drop database if exists ${draft} with (force)`);
    await query(admin.db, `create database ${draft}`);
    const opened = await open(draft);
    await migrate(opened.db);
    await opened.close();
    await query(admin.db, `alter database ${draft} rename to ${template}`);
  });
  return template;
}

function testDatabaseName(): string {
  const { pid, startedAt } = ownIdentity();
  created += 1;
  return `test_${pid}_${startedAt.replace('.', '_')}_${created}`;
}

/** Left by a test process that was killed. */
function isAbandoned(name: string): boolean {
  const [, pid, startedAt] = /^test_(\d+)_(\w+)_\d+$/.exec(name) ?? [];
  return (
    pid !== undefined &&
    startedAt !== undefined &&
    !isRunning({ pid: Number(pid), startedAt: startedAt.replace('_', '.') })
  );
}
