import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync } from 'node:fs';
import type { ServerAccount } from './account.js';

export interface ProgramRun {
  readonly program: string;
  readonly args: readonly string[];
  readonly account: ServerAccount | undefined;
  readonly logFile: string;
}

/** Starts one of PostgreSQL's programs, its output appended to the log file. */
export function startProgram({ program, args, account, logFile }: ProgramRun): ChildProcess {
  // Append mode: the log can be cut while the server writes to it.
  const log = openSync(logFile, 'a', 0o600);
  try {
    return spawn(program, args, {
      stdio: ['ignore', log, log],
      env: programEnvironment(),
      cwd: '/',
      // A session of its own: neither Ctrl-C nor the end of a terminal reaches it.
      detached: process.platform !== 'win32',
      windowsHide: true,
      ...account,
    });
  } finally {
    closeSync(log);
  }
}

/** Runs to the end; the exit code, or the error's text where it could not be started. */
export async function runProgram(run: ProgramRun): Promise<number | string> {
  const child = startProgram(run);
  try {
    await once(child, 'exit');
    return child.exitCode ?? String(child.signalCode);
  } catch (error) {
    return String(error);
  }
}

/** No PG* variable of the user's may reach the server; messages in English, to be recognised. */
function programEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env;
  return { PATH, SystemRoot, TEMP, TMP, LC_ALL: 'C', TZ: 'UTC' };
}
