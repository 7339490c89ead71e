import type { VisionEngine } from '../../ports/vision.js';
import { createBibFinder } from '../../recognition/bib-finder.js';
import { createFaceAnalyser } from '../../recognition/face-analyser.js';
import { createFaceDetector } from '../../recognition/face-detector.js';

/** Counts up whenever the same photo could give other readings or faces. */
const RULES_VERSION = 2;

/**
 * Of 100: a doubtful face costs a small search below it, a missed one its bib. Which ones
 * are kept as faces is the face analyser's decision.
 */
const SEARCH_CONFIDENCE = 40;

/**
 * Recognition on this machine, with models that come inside npm packages. `cacheFolder`
 * keeps prepared models from one start to the next.
 * FocusError `config` where a model's package is not installed.
 */
export async function createLocalEngine(
  options: { readonly cacheFolder?: string } = {},
): Promise<VisionEngine> {
  const [detector, analyser, bibs] = await Promise.all([
    createFaceDetector({ minimumConfidence: SEARCH_CONFIDENCE }),
    createFaceAnalyser(options),
    createBibFinder(options),
  ]);
  return {
    name: 'local',
    version: `local-ppocr4-ultraface-arcface-${RULES_VERSION}`,
    async analyse({ image }, { faces: mode }) {
      const found = await detector.detect(image);
      const readings = await bibs.find(image, found);
      return { readings, faces: await analyser.analyse(image, mode, found) };
    },
    async close() {
      await Promise.all([detector.close(), analyser.close(), bibs.close()]);
    },
  };
}
