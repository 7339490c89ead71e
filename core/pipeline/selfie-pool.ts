import { randomUUID } from 'node:crypto';
import { createLimitedThreads } from '../threads/limited-threads.js';
import type { SelfieAnswer, SelfieSearcher, SelfieTask } from './selfie-task.js';

/** Each waits for about a third of a second. Who is further behind is better told to come again. */
const LONGEST_QUEUE = 20;

/** The models take 150 MB, which are given back after a while without a selfie. */
const IDLE_MS = 5 * 60_000;

/**
 * Many times what loading the models takes on a busy machine: a thread that is ended while it still
 * loads them can take the whole process down.
 */
const LONGEST_MS = 120_000;

/** One thread of its own, so that gallery pages do not wait for faces. Begun by the first selfie. */
export function createSelfiePool({ workerFile }: { readonly workerFile: URL }): SelfieSearcher {
  const threads = createLimitedThreads<{ searchSelfie(task: SelfieTask): Promise<SelfieAnswer> }>(
    workerFile,
    {
      threads: 1,
      longestMs: LONGEST_MS,
      mostWaiting: LONGEST_QUEUE,
      mostWaitingEach: LONGEST_QUEUE,
      idleMs: IDLE_MS,
    },
  );
  return {
    // Five a minute are the limit of a visitor: a turn for each selfie is fair.
    search: (task) =>
      threads.run('searchSelfie', () => task, {
        visitor: randomUUID(),
        transfer: [task.picture.buffer],
      }),
    close: () => threads.close(),
  };
}
