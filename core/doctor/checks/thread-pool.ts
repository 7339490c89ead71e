import { availableParallelism } from 'node:os';
import type { Check } from '../check.js';

/** What Node takes when nothing is said. */
const NODE_DEFAULT = 4;

/** sharp, hashing and file access share libuv's threads; fewer than cores leaves cores idle. */
export function checkThreadPool(given: string | undefined, cores = availableParallelism()): Check {
  return {
    name: 'thread pool',
    run: () => {
      const size = given === undefined || given === '' ? NODE_DEFAULT : Number(given);
      const detail = `${size} threads for ${cores} cores`;
      if (size >= cores) return { status: 'ok', detail };
      return {
        status: 'warn',
        detail,
        fix: `Start focusracer by its launcher, or set UV_THREADPOOL_SIZE to ${cores} or more before it starts.`,
      };
    },
  };
}
