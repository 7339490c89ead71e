import type { VisionEngine } from '../../ports/vision.js';
import { createBibFinder } from '../../recognition/bib-finder.js';
import { createFaceAnalyser } from '../../recognition/face-analyser.js';
import { createFaceDetector } from '../../recognition/face-detector.js';

/** Counts up whenever the same photo could give other readings or faces. */
const RULES_VERSION = 1;

/** Recognition on this machine, with models that come inside npm packages. */
export async function createLocalEngine(options: { readonly cacheFolder?: string } = {}): Promise<VisionEngine> {
  const bibs = await createBibFinder(options);
  const detector = await createFaceDetector({ minimumConfidence: 40 });
  const analyser = await createFaceAnalyser();
  return {
    name: 'local',
    version: `ppocr-v4+rules-${RULES_VERSION}`,
    async analyse({ image }, options) {
      const found = await detector.detect(image);
      const readings = await bibs.find(image, found.map(({ box }) => box));
      return { readings, faces: await analyser.analyse(image, options.faces, found) };
    },
    async close() {
      await Promise.all([bibs.close(), detector.close(), analyser.close()]);
    },
  };
}
