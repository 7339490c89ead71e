import { FocusError } from '../errors.js';

interface Failure {
  readonly code: string;
  readonly message: string;
}

const RETRY_HINT = 'Run the command again: everything committed so far is kept.';

/**
 * What a person can do about a failed query or connection; `undefined` for any
 * other error, a bug to be thrown on: `throw asDatabaseError(error) ?? error`.
 * SQLSTATE classes: postgresql.org/docs/current/errcodes-appendix.html.
 */
export function asDatabaseError(cause: unknown): FocusError | undefined {
  if (cause instanceof FocusError) return cause;
  const failure = failureOf(cause);
  if (failure === undefined) return undefined;
  const { code, message } = failure;
  if (code === '53100') {
    return new FocusError(
      'unavailable',
      'database.disk-full',
      `The disk of the database is full: ${message}`,
      {
        hint: `Free some space. ${RETRY_HINT}`,
        cause,
      },
    );
  }
  if (code === '53300') {
    return new FocusError(
      'unavailable',
      'database.too-many-connections',
      `The database accepts no more connections: ${message}`,
      {
        hint: 'Stop other focusracer processes, or raise max_connections on the server.',
        cause,
      },
    );
  }
  if (REFUSED.has(code)) {
    return new FocusError('config', 'database.refused', `The database refused us: ${message}`, {
      hint: 'Check the user, password, database name and sslmode in DATABASE_URL.',
      cause,
    });
  }
  if (NO_PASSWORD.test(message)) {
    const text = 'The database asks for a password, and DATABASE_URL has none.';
    return new FocusError('config', 'database.no-password', text, {
      hint: 'Write it as postgres://user:password@host:5432/database, special characters as %xx.',
      cause,
    });
  }
  if (NO_TLS.test(message) || UNTRUSTED.test(code)) {
    return new FocusError(
      'config',
      'database.no-trusted-tls',
      `There is no trusted TLS connection to the database: ${message}`,
      {
        hint: 'Give the certificate of its authority with sslrootcert=<file> in DATABASE_URL, or change its sslmode (see docs/operator.md).',
        cause,
      },
    );
  }
  if (code === '42501' || code === '25006') {
    return new FocusError(
      'config',
      'database.no-permission',
      `The database user lacks a right: ${message}`,
      {
        hint: 'Give the user of DATABASE_URL the right to create and change tables, on a server that accepts writes.',
        cause,
      },
    );
  }
  if (STOPPED.has(code)) {
    return new FocusError('unavailable', 'database.busy', `The database gave up: ${message}`, {
      hint: RETRY_HINT,
      cause,
    });
  }
  if (isOutage(code, message)) {
    return new FocusError(
      'unavailable',
      'database.unreachable',
      `The database does not answer: ${message}`,
      {
        hint: RETRY_HINT,
        cause,
      },
    );
  }
  return undefined;
}

/** Wrong password, no such role, no such database. */
const REFUSED: ReadonlySet<string> = new Set(['28P01', '28000', '3D000']);

/** The driver's own words: it refuses before the server does. */
const NO_PASSWORD = /client password must be/;
const NO_TLS = /server does not support SSL connections/;
/** Codes of OpenSSL's and Node's checks of a certificate: nodejs.org/api/tls.html#x509-certificate-error-codes. */
const UNTRUSTED =
  /^(?:ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH|INVALID_CA|.*SELF_SIGNED.*|UNABLE_TO_(?:GET|VERIFY).*|CERT_.*)$/;

/** Cancelled, by a time limit or by hand; a deadlock; a lock that was not to be had. */
const STOPPED: ReadonlySet<string> = new Set(['57014', '40P01', '55P03']);

const OUTAGES: ReadonlySet<string> = new Set([
  // The server is stopping, was killed, or is starting; out of memory; an I/O error of its disk.
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '53200',
  '58000',
  '58030',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

function isOutage(code: string, message: string): boolean {
  // Class 08: connection exceptions. pg and knex report a lost connection without a code.
  return (
    OUTAGES.has(code) ||
    code.startsWith('08') ||
    /Connection terminated|Connection ended|not queryable|Timeout acquiring a connection|timeout exceeded when trying to connect/i.test(
      message,
    )
  );
}

function failureOf(cause: unknown): Failure | undefined {
  // Node tries every address of a name and reports all the failures together.
  if (cause instanceof AggregateError && cause.errors.length > 0) return failureOf(cause.errors[0]);
  if (!(cause instanceof Error)) return undefined;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  // knex puts the statement with its values, which may be personal data, before the reason.
  const message = cause.message.split(' - ').at(-1) ?? '';
  return { code, message };
}
