import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa, type ResultPromise } from 'execa';
import { createTestDatabase } from '../../support/database.js';
import { runInProcess, type CommandResult } from './run-in-process.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const launcher = join(root, 'bin/focusracer');

interface RunOptions {
  cwd: string;
  env: Record<string, string>;
  reject: false;
  extendEnv: false;
}

type JsonLine = Record<string, unknown>;

/** The program in an environment of its own. */
export interface Focusracer {
  readonly home: string;
  /** One command, in this process. */
  run(...args: string[]): Promise<CommandResult>;
  /** The JSON lines that `run` wrote; throws where it did not end well. */
  json(...args: string[]): Promise<JsonLine[]>;
  /** The compiled program, as a person starts it: slower, and the real thing. */
  start(args: readonly string[], environment?: Record<string, string>): ResultPromise<RunOptions>;
  /** The JSON lines that `start` wrote. */
  startForJson(...args: string[]): Promise<JsonLine[]>;
  remove(): Promise<void>;
}

/** With a data home of its own and no database. */
export async function focusracerWithoutDatabase(
  environment: Record<string, string> = {},
): Promise<Focusracer> {
  if (!existsSync(join(root, 'dist/cli/main.js'))) {
    throw new Error('These tests run the compiled program: npm run build');
  }
  const home = await mkdtemp(join(tmpdir(), 'focusracer-cli-'));

  const ownEnvironment: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    FOCUSRACER_HOME: home,
    ...environment,
  };

  function start(
    args: readonly string[],
    more: Record<string, string> = {},
  ): ResultPromise<RunOptions> {
    const env = { ...ownEnvironment, ...more };
    const options: RunOptions = { cwd: home, env, extendEnv: false, reject: false };
    return execa(launcher, args, options);
  }
  const run = (...args: string[]) =>
    runInProcess(args, { workingFolder: home, environment: ownEnvironment });

  return {
    home,
    start,
    run,
    json: async (...args) => linesOf(args, await run(...args, '--json')),
    startForJson: async (...args) => linesOf(args, await start([...args, '--json'])),
    remove: () => rm(home, { recursive: true, force: true }),
  };
}

function linesOf(
  args: readonly string[],
  { exitCode, stdout, stderr }: { exitCode?: number; stdout: string; stderr: string },
): JsonLine[] {
  if (exitCode !== 0) throw new Error(`focusracer ${args.join(' ')}: ${stderr}`);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** With a data home and an empty database of its own. */
export async function focusracerWithDatabase(): Promise<Focusracer> {
  const database = await createTestDatabase();
  const focusracer = await focusracerWithoutDatabase({ DATABASE_URL: database.url });
  return {
    ...focusracer,
    async remove() {
      await focusracer.remove();
      await database.drop();
    },
  };
}
