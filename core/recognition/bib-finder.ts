import type { Box } from '../domain/geometry.js';
import type { Reading } from '../domain/reading.js';
import type { RgbImage } from '../ports/vision.js';
import { isPlausibleBib, withoutRepeats } from './bib-candidates.js';
import { toReading } from './bib-readings.js';
import { torsoRegions } from './bib-regions.js';
import { searchRegions } from './bib-search.js';
import { rewriteCached } from './model-cache.js';
import { readTextModels } from './model-text.js';
import { rewriteForSpeed, REWRITE_VERSION } from './onnx-rewrite.js';
import { cropText } from './text-crop.js';
import { createTextDetector } from './text-detector.js';
import { createTextReader } from './text-reader.js';

export interface BibFinder {
  /** Readings that may be bibs; `faces` are all faces found in the picture. */
  find(image: RgbImage, faces: readonly Box[]): Promise<Reading[]>;
  close(): Promise<void>;
}

/** `cacheFolder` keeps the rewritten models from one start to the next. */
export async function createBibFinder(options: { readonly cacheFolder?: string } = {}): Promise<BibFinder> {
  const models = await readTextModels();
  const rewrite = (name: string, model: Uint8Array) =>
    rewriteCached(model, { name, version: REWRITE_VERSION, rewrite: rewriteForSpeed }, options.cacheFolder);
  const detector = await createTextDetector(await rewrite('text-detection', models.detection));
  const reader = await createTextReader(await rewrite('text-reading', models.reading), models.alphabet);

  return {
    async find(image, faces) {
      const regions = torsoRegions(faces, image, { faceSize: 64, maximumScale: 3 });
      const candidates = withoutRepeats((await searchRegions(image, regions, detector)).filter(isPlausibleBib));
      const readings: Reading[] = [];
      for (const candidate of candidates) {
        const reading = toReading(candidate, await reader.read(cropText(image, candidate.box)), image);
        if (reading) readings.push(reading);
      }
      return readings;
    },
    async close() {
      await Promise.all([detector.close(), reader.close()]);
    },
  };
}
