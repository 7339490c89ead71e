import { FocusError } from '../../errors.js';
import { keepServer, type KeeperTask } from './keeper.js';
import { asFolderError } from './location.js';

/**
 * Entry of the keeper's process, started by join.ts with one argument: the task as JSON.
 * Answers with one line of JSON on standard output.
 */
const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stop.abort();
  });
}
// Whoever started us may be gone before we answer.
process.stdout.on('error', () => undefined);

// Written by join.ts of this same release: trusted.
const task = JSON.parse(process.argv[2] ?? '') as KeeperTask;
try {
  const onReady = () => {
    process.stdout.write('{"ready":true}\n');
  };
  await keepServer(task, onReady, stop.signal);
} catch (cause) {
  const error = asFolderError(cause, task.control);
  const failure =
    error instanceof FocusError
      ? { kind: error.kind, code: error.code, message: error.message, hint: error.hint }
      : { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  process.stderr.write(`${JSON.stringify(failure)}\n`);
  process.stdout.write(`${JSON.stringify(failure)}\n`);
  process.exitCode = 1;
}
