import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../core/db/connect.js';
import { asDatabaseError } from '../../core/db/database-error.js';
import { query } from '../../core/db/query.js';
import { FocusError } from '../../core/errors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const embedded = { home: '', folder: '' };
const changeUrl = (change: (url: URL) => void): string => {
  const url = new URL(database.url);
  change(url);
  return url.href;
};

describe('a connection', () => {
  it('tells what it is connected to', async () => {
    const opened = await openDatabase({
      url: database.url,
      embedded,
      applicationName: 'test of connect',
    });
    const { port, pathname } = new URL(database.url);
    expect(opened.describe()).toEqual({
      kind: 'server',
      version: expect.stringMatching(/^\d+\.\d+$/),
      host: '127.0.0.1',
      port: Number(port),
      database: pathname.slice(1),
    });
    expect(await query(opened.db, `select current_setting('application_name') as name`)).toEqual([
      { name: 'test of connect' },
    ]);
    await opened.close();
  });

  it('reads counts as numbers, days and wall clocks as text, instants as Date', async () => {
    const [row] = await query(
      database.db,
      `select count(*), array[1, null, 9007199254740991]::int8[] as many, '{}'::int8[] as none,
         date '2026-03-29' as day, array[date '2026-03-29'] as days, timestamp '2026-03-29 02:30:00.25' as clock,
         timestamptz '2026-03-29 02:30:00+02' as instant, '\\x00ff'::bytea as bytes, 0.1::numeric as exact`,
    );
    expect(row).toEqual({
      count: 1,
      many: [1, null, 9007199254740991],
      none: [],
      day: '2026-03-29',
      days: ['2026-03-29'],
      clock: '2026-03-29 02:30:00.25',
      instant: new Date('2026-03-29T00:30:00Z'),
      bytes: Buffer.from([0, 255]),
      exact: '0.1',
    });
  });

  it('gives no integer that a number cannot hold', async () => {
    await expect(query(database.db, 'select 9007199254740993 as big')).rejects.toThrow(RangeError);
  });
});

describe('openDatabase', () => {
  it.each([
    [
      'a wrong password',
      (url: URL) => {
        url.password = 'wrong';
      },
      'config',
      'database.refused',
    ],
    [
      'an unknown database',
      (url: URL) => {
        url.pathname = '/none';
      },
      'config',
      'database.refused',
    ],
    [
      'a port where nobody listens',
      (url: URL) => {
        url.port = '1';
      },
      'unavailable',
      'database.unreachable',
    ],
    [
      'a password that is asked for and not given',
      (url: URL) => {
        url.password = '';
      },
      'config',
      'database.no-password',
    ],
    [
      'a server without TLS where it is demanded',
      (url: URL) => {
        url.searchParams.set('sslmode', 'require');
      },
      'config',
      'database.no-trusted-tls',
    ],
    [
      'a certificate file that is not there',
      (url: URL) => {
        url.searchParams.set('sslrootcert', '/none/ca.pem');
      },
      'config',
      'database.bad-url',
    ],
    [
      'options of the url that contradict each other',
      (url: URL) => {
        url.search = 'uselibpqcompat=true&sslmode=verify-ca';
      },
      'config',
      'database.bad-url',
    ],
  ])('explains %s', async (_, change, kind, code) => {
    await expect(openDatabase({ url: changeUrl(change), embedded })).rejects.toMatchObject({
      kind,
      code,
      hint: expect.any(String),
    });
  });

  it('leaves no socket open where a login fails on our side', async () => {
    const sockets = () =>
      process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;
    const before = sockets();
    const url = changeUrl((one) => {
      one.password = '';
    });
    await expect(openDatabase({ url, embedded })).rejects.toThrow(FocusError);
    await expect.poll(sockets).toBeLessThanOrEqual(before);
  });

  it.each(['', 'nonsense', 'mysql://u:hunter2@h/d', 'postgres://u:hunter2@h/%zz'])(
    'refuses the url %j without repeating it',
    async (url) => {
      const refused = openDatabase({ url, embedded });
      await expect(refused).rejects.toMatchObject({ kind: 'config', code: 'database.bad-url' });
      await expect(refused).rejects.not.toThrow('hunter2');
    },
  );
});

describe('asDatabaseError', () => {
  it('calls a connection cut by the server an outage, without the statement', async () => {
    const cut = query(database.db, `select pg_terminate_backend(pg_backend_pid()), 'Léa' as name`);
    const error = asDatabaseError(await cut.catch((reason: unknown) => reason));
    expect(error).toMatchObject({
      kind: 'unavailable',
      code: 'database.unreachable',
      message: expect.not.stringContaining('Léa'),
    });
    // The pool notices a moment later that the connection is gone.
    await expect.poll(() => query(database.db, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it.each([
    ['53100', 'database.disk-full'],
    ['53300', 'database.too-many-connections'],
    ['42501', 'database.no-permission'],
    ['57P03', 'database.unreachable'],
    ['08006', 'database.unreachable'],
    ['ECONNRESET', 'database.unreachable'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'database.no-trusted-tls'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'database.no-trusted-tls'],
    ['CERT_HAS_EXPIRED', 'database.no-trusted-tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'database.no-trusted-tls'],
    ['57014', 'database.busy'],
    ['40P01', 'database.busy'],
    ['55P03', 'database.busy'],
  ])('maps %s to %s', (code, expected) => {
    expect(asDatabaseError(Object.assign(new Error('x'), { code }))).toMatchObject({
      code: expected,
    });
  });

  it('leaves bugs alone and passes on what is explained already', () => {
    expect(asDatabaseError(Object.assign(new Error('x'), { code: '42601' }))).toBeUndefined();
    expect(asDatabaseError('x')).toBeUndefined();
    const explained = new FocusError('input', 'a.b', 'c');
    expect(asDatabaseError(explained)).toBe(explained);
  });
});
