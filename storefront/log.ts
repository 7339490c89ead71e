import { pino, stdSerializers, type Logger } from 'pino';
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
    serializers: { err: withoutQuery },
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

/** An error of the database quotes its statement, with the values in it. */
function withoutQuery(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { type, message, stack } = stdSerializers.err(error);
  return { type, message: upToQuery(message), stack: upToQuery(stack) };
}

function upToQuery(text: string): string {
  return text.replace(/^.* - (?=\w)/s, '');
}
