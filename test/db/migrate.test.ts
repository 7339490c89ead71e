import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../core/db/connect.js';
import { migrate, pendingMigrations } from '../../core/db/migrate.js';
import { migrations, type Migration } from '../../core/db/migrations/index.js';
import { query } from '../../core/db/query.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const addTable = (name: string): Migration => ({
  name: `9999-${name}`,
  up: async (db) => {
    await db.schema.createTable(name, (table) => table.integer('value'));
  },
});
const broken: Migration = { name: '9999-broken', up: () => Promise.reject(new Error('broken')) };
const connectAgain = (): Promise<Database> =>
  openDatabase({ url: database.url, embedded: { home: '', folder: '' } });

describe('migrate', () => {
  it('finds nothing to do on a migrated database', async () => {
    expect(await migrate(database.db)).toEqual({ applied: [] });
    expect(await pendingMigrations(database.db)).toEqual([]);
  });

  it('runs what is pending, in order, once', async () => {
    const more = [...migrations, addTable('one'), addTable('two')];
    expect((await pendingMigrations(database.db, more)).map(({ name }) => name)).toEqual([
      '9999-one',
      '9999-two',
    ]);
    expect(await migrate(database.db, more)).toEqual({ applied: ['9999-one', '9999-two'] });
    expect(await migrate(database.db, more)).toEqual({ applied: [] });
  });

  it('runs each migration once although several processes start together', async () => {
    const connections = await Promise.all(Array.from({ length: 5 }, connectAgain));
    const more = [...migrations, addTable('shared')];
    const reports = await Promise.all(connections.map(({ db }) => migrate(db, more)));
    expect(reports.flatMap(({ applied }) => applied)).toEqual(['9999-shared']);
    await Promise.all(connections.map((connection) => connection.close()));
  });

  it('changes nothing at all when one of several fails, and holds no lock afterwards', async () => {
    await expect(migrate(database.db, [...migrations, addTable('lost'), broken])).rejects.toThrow(
      'broken',
    );
    expect(await query(database.db, `select to_regclass('lost') as found`)).toEqual([
      { found: null },
    ]);
    expect(await migrate(database.db, [...migrations, addTable('lost')])).toEqual({
      applied: ['9999-lost'],
    });
  });

  it('is not held up by a process that was killed in the middle', async () => {
    const other = await connectAgain();
    const stuck: Migration = { name: '9999-stuck', up: (db) => db.raw('select pg_sleep(60)') };
    const killed = migrate(other.db, [...migrations, stuck]).catch((error: unknown) => error);
    const running = `select pid from pg_stat_activity where query like 'select pg_sleep%' and pid <> pg_backend_pid()`;
    while ((await query(database.db, running)).length === 0);
    await query(database.db, `select pg_terminate_backend(pid) from (${running}) as running`);
    expect(await killed).toMatchObject({ kind: 'unavailable', code: 'database.unreachable' });
    expect(await migrate(database.db, [...migrations, addTable('after')])).toEqual({
      applied: ['9999-after'],
    });
    await other.close();
  });

  it('refuses a database that a newer program has migrated', async () => {
    await migrate(database.db, [...migrations, addTable('future')]);
    await expect(migrate(database.db)).rejects.toMatchObject({
      kind: 'config',
      code: 'database.newer-than-program',
      message: expect.stringContaining('9999-future'),
      hint: expect.stringContaining('Update focusracer'),
    });
  });
});
