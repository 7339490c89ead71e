import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { FocusError } from '../errors.js';
import type { PhotoPool, PhotoResult, PhotoTask } from './photo-task.js';

/** What a worker thread is started with. */
export interface WorkerSettings {
  readonly modelCacheFolder: string;
  /** A PNG file that takes the place of the watermark's text. */
  readonly watermarkPicture?: string | undefined;
}

export interface PoolOptions extends WorkerSettings {
  /** Worker threads; 0 or undefined: one for each core. */
  readonly workers: number | undefined;
  /** The compiled composition root of a worker thread. */
  readonly workerFile: URL;
}

/** What a worker thread answers. An error loses everything but its words on the way between threads. */
export type PhotoAnswer = PhotoResult | RefusedPhoto;

interface RefusedPhoto {
  readonly kind: 'refused';
  readonly error: Pick<FocusError, 'kind' | 'code' | 'message' | 'hint'>;
}

/** For the worker's side: a FocusError becomes an answer, any other error is thrown on. */
export async function answerPhoto(work: Promise<PhotoResult>): Promise<PhotoAnswer> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof FocusError)) throw error;
    const { kind, code, message, hint } = error;
    return { kind: 'refused', error: { kind, code, message, hint } };
  }
}

function acceptAnswer(answer: PhotoAnswer): PhotoResult {
  if (answer.kind !== 'refused') return answer;
  const { kind, code, message, hint } = answer.error;
  throw new FocusError(kind, code, message, hint === undefined ? {} : { hint });
}

/** Worker threads that each hold the models and take one photo at a time. */
export function createPhotoPool(options: PoolOptions): PhotoPool {
  const size =
    options.workers === undefined || options.workers === 0
      ? availableParallelism()
      : options.workers;
  const { modelCacheFolder, watermarkPicture } = options;
  const settings: WorkerSettings = { modelCacheFolder, watermarkPicture };
  const threads = new Piscina<PhotoTask, PhotoAnswer>({
    filename: options.workerFile.href,
    // None before the first photo: a folder without new ones needs no models, and a thread that is
    // ended while it still loads them can take the whole process down.
    minThreads: 0,
    maxThreads: size,
    // Loading the models costs seconds: a thread that waits for a slow disk is kept.
    idleTimeout: Number.POSITIVE_INFINITY,
    name: 'analysePhoto',
    workerData: settings,
  });
  return {
    size,
    process: async (task) =>
      acceptAnswer(await threads.run(task, { transferList: [task.bytes.buffer] })),
    close: () => threads.destroy(),
  };
}
