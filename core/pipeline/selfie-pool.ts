import { Piscina } from 'piscina';
import { FocusError } from '../errors.js';
import type { SelfieAnswer, SelfieSearcher, SelfieTask } from './selfie-task.js';

/** Each waits for about a third of a second. Who is further behind is better told to come again. */
const LONGEST_QUEUE = 20;

/** The models take 150 MB, which are given back after a while without a selfie. */
const IDLE_MS = 5 * 60_000;

/** One thread of its own, so that gallery pages do not wait for faces. Begun by the first selfie. */
export function createSelfiePool({ workerFile }: { readonly workerFile: URL }): SelfieSearcher {
  const threads = new Piscina<SelfieTask, SelfieAnswer>({
    filename: workerFile.href,
    name: 'searchSelfie',
    minThreads: 0,
    maxThreads: 1,
    maxQueue: LONGEST_QUEUE,
    idleTimeout: IDLE_MS,
  });
  return {
    async search(task) {
      if (threads.queueSize >= LONGEST_QUEUE) {
        throw new FocusError('unavailable', 'selfie.busy', 'Too many people search at this moment');
      }
      return threads.run(task, { transferList: [task.picture.buffer] });
    },
    close: () => threads.destroy(),
  };
}
