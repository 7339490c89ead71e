import { setTimeout as sleep } from 'node:timers/promises';
import knex, { type Knex } from 'knex';
import { FocusError } from '../errors.js';
import { COLUMN_TYPES } from './column-types.js';
import { asDatabaseError } from './database-error.js';
import { joinEmbeddedServer, type EmbeddedServerOptions } from './embedded/join.js';
import { createOpenSockets, type OpenSockets } from './open-sockets.js';
import { query } from './query.js';
import { parseServerUrl, type ServerTarget } from './server-url.js';

export interface DatabaseSettings {
  /** A PostgreSQL server, `postgres://user:password@host:port/database`; the embedded one unless given. */
  readonly url?: string | undefined;
  readonly embedded: EmbeddedServerOptions;
  /** Most connections held at once, 4 unless given: a process runs few queries side by side. */
  readonly poolSize?: number;
  /** Shown to the server's administrator; "focusracer" unless given. */
  readonly applicationName?: string;
}

export interface DatabaseDescription {
  readonly kind: 'embedded' | 'server';
  /** As the server tells it: "18.4". */
  readonly version: string;
  readonly host: string;
  readonly port: number;
  readonly database: string;
}

export interface Database {
  readonly db: Knex;
  describe(): DatabaseDescription;
  /** Ends the connections; the embedded server stops soon after its last user closed. */
  close(): Promise<void>;
}

/** 14: the oldest PostgreSQL still maintained when this was written. */
const OLDEST_VERSION = 140_000;

/**
 * Connects to the server of the url, or starts or joins the embedded one.
 * FocusError `unavailable` when it does not answer, `config` when it refuses us.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  if (settings.url !== undefined)
    return connect('server', parseServerUrl(settings.url), settings, () => undefined);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openEmbedded(settings);
    } catch (error) {
      const isDown = error instanceof FocusError && error.code === 'database.unreachable';
      if (!isDown || attempt === EMBEDDED_ATTEMPTS) throw error;
      await sleep(EMBEDDED_PAUSE_MS);
    }
  }
}

/** A server that was just killed is back after the keeper's next look and a replay of its journal. */
const EMBEDDED_ATTEMPTS = 5;
const EMBEDDED_PAUSE_MS = 1000;

async function openEmbedded(settings: DatabaseSettings): Promise<Database> {
  const server = await joinEmbeddedServer(settings.embedded);
  const leave = () => {
    server.leave();
  };
  try {
    const { host, port, database, user, password } = server.connection;
    const target = { host, port, database, connection: { host, port, database, user, password } };
    return await connect('embedded', target, settings, leave);
  } catch (error) {
    leave();
    throw error;
  }
}

async function connect(
  kind: DatabaseDescription['kind'],
  target: ServerTarget,
  settings: DatabaseSettings,
  leave: () => void,
): Promise<Database> {
  const sockets = createOpenSockets();
  const db = openPool(target, settings, sockets);
  try {
    const version = await readVersion(db);
    const { host, port, database } = target;
    return {
      db,
      describe: () => ({ kind, version, host, port, database }),
      close: async () => {
        await db.destroy();
        leave();
      },
    };
  } catch (error) {
    await db.destroy();
    sockets.destroyAll();
    const explained = asDatabaseError(error) ?? error;
    throw kind === 'server' ? withServerHint(explained) : explained;
  }
}

function openPool(target: ServerTarget, settings: DatabaseSettings, sockets: OpenSockets): Knex {
  return knex({
    client: 'pg',
    connection: {
      ...target.connection,
      application_name: settings.applicationName ?? 'focusracer',
      connectionTimeoutMillis: 15_000,
      keepAlive: true,
      stream: sockets.create,
      types: COLUMN_TYPES,
    },
    // Idle connections are given up, so that a long ingest holds none it does not use.
    pool: { min: 0, max: settings.poolSize ?? 4, idleTimeoutMillis: 30_000 },
    acquireConnectionTimeout: 60_000,
    // Core never prints: what knex would log comes back as a rejected query.
    log: { warn() {}, error() {}, debug() {}, deprecate() {} },
  });
}

/** Nothing was begun yet: what helps is to look at the server and the url. */
function withServerHint(error: unknown): unknown {
  if (!(error instanceof FocusError) || error.code !== 'database.unreachable') return error;
  return new FocusError(error.kind, error.code, error.message, {
    hint: 'Check that the server runs and that the host and port in DATABASE_URL are right.',
    cause: error.cause,
  });
}

async function readVersion(db: Knex): Promise<string> {
  const [row] = await query<{ number: number; version: string }>(
    db,
    `select current_setting('server_version_num')::int as number, split_part(current_setting('server_version'), ' ', 1) as version`,
  );
  if (row === undefined) throw new TypeError('Expected one row from a select without from');
  if (row.number >= OLDEST_VERSION) return row.version;
  throw new FocusError(
    'config',
    'database.too-old',
    `The server of DATABASE_URL runs PostgreSQL ${row.version}; 14 is the oldest supported.`,
    {
      hint: 'Upgrade the server, or unset DATABASE_URL to use the embedded one.',
    },
  );
}
