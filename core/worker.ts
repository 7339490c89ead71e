import { workerData } from 'piscina';
import { createLocalEngine } from './adapters/vision/local-engine.js';
import { configureSharp } from './image/configure-sharp.js';
import { readWatermarkPicture } from './image/watermark-picture.js';
import { createWatermark, type Watermark } from './image/watermark.js';
import type { WorkerSettings } from './pipeline/photo-pool.js';
import { createPhotoWorker } from './pipeline/photo-worker.js';
import type { PhotoTools } from './pipeline/process-photo.js';

// The composition root of a pool thread. piscina hands the settings through untyped;
// createPhotoPool is the only one to start this file.
export const analysePhoto = createPhotoWorker(() => createTools(workerData as WorkerSettings));

async function createTools(settings: WorkerSettings): Promise<PhotoTools> {
  configureSharp();
  const vision = await createLocalEngine({ cacheFolder: settings.modelCacheFolder });
  const { watermarkPicture } = settings;
  const picture =
    watermarkPicture === undefined ? undefined : await readWatermarkPicture(watermarkPicture);
  const watermarks = new Map<string, Promise<Watermark>>();
  return {
    vision,
    watermark(text) {
      const watermark = watermarks.get(text) ?? createWatermark(picture ?? { kind: 'text', text });
      watermarks.set(text, watermark);
      return watermark;
    },
  };
}
