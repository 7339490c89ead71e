import { workerData } from 'piscina';
import { createLocalEngine } from './adapters/vision/local-engine.js';
import { configureSharp } from './image/configure-sharp.js';
import { createPhotoProcessor, type PhotoProcessor } from './pipeline/process-photo.js';
import type { WorkerSettings } from './pipeline/photo-pool.js';
import type { PhotoResult, PhotoTask } from './pipeline/photo-task.js';

// The composition root of a pool thread: it is loaded once per thread and lives as long.
const settings = workerData as WorkerSettings;
let processor: Promise<PhotoProcessor> | undefined;

/** Called by the pool for every photo. */
export async function processPhoto(task: PhotoTask): Promise<PhotoResult> {
  processor ??= createProcessor();
  const process = await processor;
  return process(task);
}

async function createProcessor(): Promise<PhotoProcessor> {
  configureSharp();
  const vision = await createLocalEngine({ cacheFolder: settings.modelCacheFolder });
  return createPhotoProcessor({ vision });
}
