import { EXIT_CODES, FocusError } from '../core/index.js';
import type { RunningStorefront } from './run.js';

/** To the process that started this one, where there is one; else for a person to read. */
export function announceListening({
  url,
  isUrlGuessed,
  legalGaps,
}: Pick<RunningStorefront, 'url' | 'isUrlGuessed' | 'legalGaps'>): void {
  if (process.send !== undefined) process.send({ type: 'listening', url, isUrlGuessed, legalGaps });
  else if (isUrlGuessed) process.stderr.write(`${url}\npublicUrl is not set: links lead there.\n`);
  else process.stderr.write(`${url}\n`);
}

/** Gives the exit code. */
export function announceFailure(error: unknown): number {
  if (!(error instanceof FocusError)) {
    process.stderr.write(`${error instanceof Error ? String(error.stack) : String(error)}\n`);
    return 1;
  }
  const { kind, code, message, hint } = error;
  if (process.send === undefined) {
    process.stderr.write(`${message}\n${hint === undefined ? '' : `${hint}\n`}`);
  } else {
    process.send({ type: 'failed', kind, code, message, hint });
  }
  return EXIT_CODES[kind];
}
