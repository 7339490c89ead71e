import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openParts, type Parts } from '../parts.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Does the work with a database and objects of its own, which are gone afterwards. It is also given
 * the environment by which another process finds them.
 */
export async function inTemporaryHome<T>(
  given: Environment,
  work: (parts: Parts, environment: Environment) => Promise<T>,
): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'focusracer-bench-'));
  const environment = {
    ...given,
    FOCUSRACER_HOME: home,
    FOCUSRACER_OBJECTS: undefined,
    DATABASE_URL: undefined,
  };
  try {
    const parts = await openParts({ environment, workingFolder: home });
    try {
      return await work(parts, environment);
    } finally {
      await parts.database.close();
    }
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
  }
}
