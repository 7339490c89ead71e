import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { PhotoPool, PhotoResult, PhotoTask } from './photo-task.js';

/** What a worker thread is started with. */
export interface WorkerSettings {
  readonly modelCacheFolder: string;
}

export interface PoolOptions extends WorkerSettings {
  /** Worker threads; 0 or undefined: one for each core. */
  readonly workers: number | undefined;
  /** The compiled composition root of a worker thread. */
  readonly workerFile: URL;
}

/** Worker threads that each hold the models and take one photo at a time. */
export function createPhotoPool(options: PoolOptions): PhotoPool {
  const size = options.workers === undefined || options.workers === 0 ? availableParallelism() : options.workers;
  const settings: WorkerSettings = { modelCacheFolder: options.modelCacheFolder };
  const threads = new Piscina<PhotoTask, PhotoResult>({
    filename: options.workerFile.href,
    minThreads: 1,
    maxThreads: size,
    // Loading the models costs seconds: a thread that waits for a slow disk is kept.
    idleTimeout: Number.POSITIVE_INFINITY,
    name: 'analysePhoto',
    workerData: settings,
  });
  return {
    size,
    process: (task) => threads.run(task, { transferList: [task.bytes.buffer] }),
    close: () => threads.destroy(),
  };
}
