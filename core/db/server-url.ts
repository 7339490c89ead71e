import type { Knex } from 'knex';
import pg from 'pg';
import { FocusError } from '../errors.js';

export interface ServerTarget {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** What the driver is given. */
  readonly connection: Knex.PgConnectionConfig;
}

/** Modes that ask for TLS and that libpq does not, or not fully, hold to the certificate. */
const WEAKER_TLS: ReadonlySet<string> = new Set(['prefer', 'require', 'verify-ca']);

/** Reads `postgres://user:password@host:port/database`. FocusError `config` `database.bad-url`. */
export function parseServerUrl(text: string): ServerTarget {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const database = url === undefined ? undefined : decoded(url.pathname.slice(1));
  if (url === undefined || database === undefined || !/^postgres(ql)?:$/.test(url.protocol)) {
    // The text may hold a password: it is not repeated.
    throw new FocusError('config', 'database.bad-url', 'DATABASE_URL is not a PostgreSQL url.', {
      hint: 'Write it as postgres://user:password@host:5432/database.',
    });
  }
  const connectionString = withCheckedCertificate(text, url);
  checkOptions(connectionString);
  return {
    connection: { connectionString },
    host: url.hostname === '' ? 'localhost' : url.hostname,
    port: url.port === '' ? 5432 : Number(url.port),
    database,
  };
}

/**
 * pg takes the weaker modes for verify-full too, but warns of it on every run: saying so
 * ourselves keeps the strictness and spares the warning. Everything else stays as given: the
 * url may hold options we do not read.
 */
function withCheckedCertificate(text: string, { searchParams }: URL): string {
  const mode = searchParams.get('sslmode');
  if (mode === null || !WEAKER_TLS.has(mode) || searchParams.has('uselibpqcompat')) return text;
  return text.replace(/([?&]sslmode=)[^&#]*/g, '$1verify-full');
}

/** The driver reads the files of certificates, and refuses options that contradict each other. */
function checkOptions(connectionString: string): void {
  try {
    // Made, never connected.
    new pg.Client({ connectionString });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const text = `The options in DATABASE_URL cannot be used: ${reason}`;
    throw new FocusError('config', 'database.bad-url', text, {
      hint: 'Check its sslmode, and the files in sslrootcert, sslcert and sslkey (see docs/operator.md).',
      cause,
    });
  }
}

/** `undefined` where a "%" is followed by no code of a character. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
