import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDataHome, locateDataHome, type DataHome } from '../../../core/config/data-home.js';
import { openDatabase, type Database } from '../../../core/db/connect.js';
import { joinEmbeddedServer } from '../../../core/db/embedded/join.js';
import { query } from '../../../core/db/query.js';
import { identifyProcess, isRunning } from '../../../core/platform/process-identity.js';
import { compileCore, type CompiledCore } from '../../support/compiled-core.js';
import { KEEPER_SOURCES } from '../../support/database.js';

let compiled: CompiledCore;
let keeperEntry: string;
let home: DataHome;

beforeAll(async () => {
  compiled = await compileCore(KEEPER_SOURCES);
  keeperEntry = compiled.pathOf('core/db/embedded/keeper-process.ts');
  home = newHome();
});
afterAll(async () => {
  await untilStopped();
  rmSync(home.root, { recursive: true });
});

function newHome(): DataHome {
  const located = locateDataHome({ FOCUSRACER_HOME: mkdtempSync(join(tmpdir(), 'server-')) });
  createDataHome(located);
  return located;
}

const options = () => ({ home: home.root, folder: home.postgres, keeperEntry, lingerSeconds: 1 });
const open = (): Promise<Database> => openDatabase({ embedded: options() });
const portOf = (database: Database) => database.describe().port;

function keeperPid(): number {
  const connection = JSON.parse(readFileSync(join(home.postgres, 'server.json'), 'utf8')) as {
    keeper: { pid: number };
  };
  return connection.keeper.pid;
}
function postmasterPid(): number {
  return Number(readFileSync(join(home.postgres, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
}
async function untilStopped(): Promise<void> {
  const files = [join(home.postgres, 'server.json'), join(home.postgres, 'data/postmaster.pid')];
  await vi.waitFor(() => {
    expect(files.filter((file) => existsSync(file))).toEqual([]);
  }, 15_000);
}
async function untilGone(pid: number): Promise<void> {
  await expect.poll(() => identifyProcess(pid), { timeout: 15_000 }).toBeUndefined();
}

/** A process of its own that joins the server and stays. */
function startUser() {
  const script = `
    import { joinEmbeddedServer } from ${JSON.stringify(compiled.pathOf('core/db/embedded/join.ts'))};
    const server = await joinEmbeddedServer(${JSON.stringify(options())});
    process.stdout.write(String(server.connection.port));
    setInterval(() => {}, 1000);
  `;
  return spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
async function portSeenBy(user: ReturnType<typeof startUser>): Promise<number> {
  const [chunk]: unknown[] = await once(user.stdout, 'data');
  return Number(String(chunk));
}

describe('the embedded server', { timeout: 120_000 }, () => {
  it('is started once by processes that come together, the first of which is killed while it makes the cluster', async () => {
    const first = startUser();
    await expect
      .poll(() => readdirSync(home.postgres).some((name) => name.startsWith('data.new-')), {
        timeout: 60_000,
        interval: 5,
      })
      .toBe(true);
    const orphaned = first.pid ?? 0;
    process.kill(orphaned, 'SIGKILL');
    const users = [startUser(), startUser(), startUser()];
    const ports = await Promise.all(users.map(portSeenBy));
    expect(new Set(ports).size).toBe(1);
    for (const user of users) user.kill('SIGKILL');
  });

  it('stops by itself after its last user was killed, and keeps what was committed', async () => {
    const database = await open();
    await query(database.db, 'create table kept (value int)');
    await query(database.db, 'insert into kept values (1)');
    await database.close();
    await untilStopped();
    const again = await open();
    expect(await query(again.db, 'select value from kept')).toEqual([{ value: 1 }]);
    await again.close();
  });

  it('is durable, sorts alike everywhere and listens to this machine alone', async () => {
    const database = await open();
    const setting = async (name: string) =>
      (
        await query<{ value: string }>(database.db, 'select current_setting(:name) as value', {
          name,
        })
      )[0]?.value;
    expect(await setting('fsync')).toBe('on');
    expect(await setting('synchronous_commit')).toBe('on');
    expect(await setting('listen_addresses')).toBe('127.0.0.1');
    expect(
      await query(
        database.db,
        `select datlocprovider as provider from pg_database where datname = current_database()`,
      ),
    ).toEqual([{ provider: 'b' }]);
    expect(database.describe().kind).toBe('embedded');
    await database.close();
  });

  it('keeps its secrets from other users of the machine', async () => {
    const server = await joinEmbeddedServer(options());
    for (const file of ['server.json', 'password', 'postgres.log']) {
      expect([file, statSync(join(home.postgres, file)).mode & 0o077]).toEqual([file, 0]);
    }
    expect(statSync(join(home.postgres, 'data')).mode & 0o077).toBe(0);
    const { password } = server.connection;
    for (const pid of [keeperPid(), postmasterPid()]) {
      expect(
        execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }),
      ).not.toContain(password);
    }
    server.leave();
  });

  it('goes on under a new keeper when its keeper is killed', async () => {
    const database = await open();
    const [keeper, postmaster] = [keeperPid(), postmasterPid()];
    process.kill(keeper, 'SIGKILL');
    const other = await open();
    expect(keeperPid()).not.toBe(keeper);
    expect(postmasterPid()).toBe(postmaster);
    expect(await query(database.db, 'select value from kept')).toEqual([{ value: 1 }]);
    await other.close();
    await database.close();
  });

  it('comes back on the same port, for those who were connected too, when it is killed', async () => {
    const database = await open();
    await query(database.db, 'insert into kept values (2)');
    const killed = postmasterPid();
    process.kill(killed, 'SIGKILL');
    const other = await open();
    expect(portOf(other)).toBe(portOf(database));
    await expect
      .poll(() => query(database.db, 'select value from kept order by value').catch(() => []), {
        timeout: 20_000,
      })
      .toEqual([{ value: 1 }, { value: 2 }]);
    await other.close();
    await database.close();
  });

  it('comes back when keeper and server are killed together', async () => {
    const database = await open();
    for (const pid of [keeperPid(), postmasterPid()]) process.kill(pid, 'SIGKILL');
    await database.close();
    const again = await open();
    expect(await query(again.db, 'select count(*) from kept')).toEqual([{ count: 2 }]);
    await again.close();
  });

  it('starts although a stranger was given the pid of the server that was killed', async () => {
    const database = await open();
    const [keeper, postmaster] = [keeperPid(), postmasterPid()];
    for (const pid of [keeper, postmaster]) process.kill(pid, 'SIGKILL');
    await database.close();
    await untilGone(postmaster);
    const stranger = spawn('sleep', ['60']);
    await once(stranger, 'spawn');
    const pidFile = join(home.postgres, 'data/postmaster.pid');
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(stranger.pid)));
    const again = await open();
    expect(await query(again.db, 'select count(*) from kept')).toEqual([{ count: 2 }]);
    await again.close();
    stranger.kill();
  });

  it('does not stop under a user who came when it was about to', async () => {
    for (let round = 0; round < 2; round += 1) {
      const server = await joinEmbeddedServer(options());
      server.leave();
      // Around the moment when a second without users is over.
      await sleep(900 + round * 300);
      const database = await open();
      await sleep(1300);
      expect(await query(database.db, 'select count(*) from kept')).toEqual([{ count: 2 }]);
      await database.close();
    }
  });

  it('refuses a cluster of another PostgreSQL', async () => {
    await untilStopped();
    const versionFile = join(home.postgres, 'data/PG_VERSION');
    writeFileSync(versionFile, '12\n');
    await expect(open()).rejects.toMatchObject({
      kind: 'config',
      code: 'database.other-version',
      hint: expect.any(String),
    });
    writeFileSync(versionFile, '18\n');
  });

  it('says what is missing when its password file is gone', async () => {
    const file = join(home.postgres, 'password');
    const password = readFileSync(file);
    rmSync(file);
    await expect(open()).rejects.toMatchObject({ kind: 'config', code: 'database.password-lost' });
    writeFileSync(file, password, { mode: 0o600 });
    await (await open()).close();
  });

  it('shuts down when its home is deleted', async () => {
    const gone = newHome();
    const server = await joinEmbeddedServer({
      ...options(),
      home: gone.root,
      folder: gone.postgres,
    });
    const { keeper } = server.connection;
    const postmaster = Number(
      readFileSync(join(gone.postgres, 'data/postmaster.pid'), 'utf8').split('\n')[0],
    );
    rmSync(gone.root, { recursive: true, force: true });
    await expect.poll(() => isRunning(keeper), { timeout: 20_000 }).toBe(false);
    await untilGone(postmaster);
  });
});

describe('a home that is no use', () => {
  it('is explained when it is a file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'server-')), 'file');
    writeFileSync(file, '');
    await expect(
      joinEmbeddedServer({ home: file, folder: join(file, 'postgres'), keeperEntry }),
    ).rejects.toMatchObject({ kind: 'config', code: 'database.folder-not-writable' });
  });

  it.skipIf(process.getuid?.() === 0)('is explained when it may not be written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'server-'));
    chmodSync(folder, 0o500);
    await expect(
      joinEmbeddedServer({ home: folder, folder: join(folder, 'postgres'), keeperEntry }),
    ).rejects.toMatchObject({ kind: 'config', code: 'database.folder-not-writable' });
    chmodSync(folder, 0o700);
  });
});
