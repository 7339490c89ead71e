import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa, type Result, type ResultPromise } from 'execa';
import { createTestDatabase } from '../../support/database.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const launcher = join(root, 'bin/focusracer');

interface RunOptions {
  cwd: string;
  env: Record<string, string>;
  reject: false;
  extendEnv: false;
}

/** Runs the compiled program as a person would, in an environment of its own. */
export interface Focusracer {
  readonly home: string;
  run(...args: string[]): Promise<Result<RunOptions>>;
  /** The same, for a test that talks to it while it runs. */
  start(args: readonly string[], environment?: Record<string, string>): ResultPromise<RunOptions>;
  /** The JSON lines it wrote. */
  json(...args: string[]): Promise<Record<string, unknown>[]>;
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

  function start(
    args: readonly string[],
    more: Record<string, string> = {},
  ): ResultPromise<RunOptions> {
    const env: Record<string, string> = {
      PATH: process.env.PATH ?? '',
      FOCUSRACER_HOME: home,
      ...environment,
      ...more,
    };
    const options: RunOptions = { cwd: home, env, extendEnv: false, reject: false };
    return execa(launcher, args, options);
  }

  return {
    home,
    start,
    run: async (...args) => start(args),
    async json(...args) {
      const { stdout, stderr, exitCode } = await start([...args, '--json']);
      if (exitCode !== 0) throw new Error(`focusracer ${args.join(' ')}: ${stderr}`);
      return stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line));
    },
    remove: () => rm(home, { recursive: true, force: true }),
  };
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
