import { pino, type Logger } from 'pino';
import type { Shop } from '../core/index.js';

/**
 * JSON lines on stdout. What is logged is chosen where it is logged; this is the second fence: fields
 * that tend to hold a person's data or a right are struck out wherever they appear.
 */
export function createLog(
  level: Shop['settings']['logLevel'],
  destination?: { write(line: string): void },
): Logger {
  const options = {
    level,
    base: null,
    redact: {
      paths: PRIVATE_FIELDS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      remove: true,
    },
    serializers: { err: withoutSecrets },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

const PRIVATE_FIELDS = [
  'email',
  'to',
  'name',
  'token',
  'secret',
  'password',
  'cookie',
  'authorization',
  'bindings',
  'parameters',
  'detail',
] as const;

interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly cause?: LoggedError;
}

/** Without what an error may quote: the values of a statement, addresses, what opens an order. */
function withoutSecrets(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  return {
    type: error.name,
    message: clean(error.message),
    stack: clean(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: withoutSecrets(error.cause) }),
  };
}

function clean(text: string): string {
  return (
    text
      // knex writes the statement, then " - ", then what the server said.
      .replace(/^.*\b(?:select|insert|update|delete|with)\b.* - (?=\w)/is, '')
      .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[address]')
      .replace(/[\w-]{40,}/g, '[token]')
  );
}
