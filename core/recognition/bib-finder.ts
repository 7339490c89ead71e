import type { Box } from '../domain/geometry.js';
import type { Reading } from '../domain/reading.js';
import type { RgbImage } from '../ports/vision.js';
import { isPlausibleBib, withoutRepeats, type TextCandidate } from './bib-candidates.js';
import { likelyBibs } from './bib-likely.js';
import { mergeLooks } from './bib-merge.js';
import { readCandidate } from './bib-readings.js';
import { torsoRegions, wholePicture, type SearchRegion, type TorsoLook } from './bib-regions.js';
import { searchRegions } from './bib-search.js';
import { facesWithoutBib } from './bib-wearers.js';
import { rewriteCached } from './model-cache.js';
import { readTextModels } from './model-text.js';
import { REWRITE_VERSION, rewriteForSpeed } from './onnx-rewrite.js';
import type { FoundFace } from './face-detector.js';
import { createTextDetector } from './text-detector.js';
import { createTextReader } from './text-reader.js';

export interface BibFinder {
  /** Readings that may be bibs. `faces` are all faces of the picture, doubtful ones too. */
  find(image: RgbImage, faces: readonly FoundFace[]): Promise<Reading[]>;
  close(): Promise<void>;
}

/**
 * Bibs are read best when a face is about 64 canvas pixels wide: digits then are 30 high. In a
 * crowd it is worth more to see every torso than to see each that large.
 */
const FIRST_LOOK: TorsoLook = {
  side: 1.9,
  from: 0.5,
  to: 4.7,
  faceSize: { least: 48, most: 64 },
  comfortableArea: 400_000,
  maximumScale: 3,
  minimumFace: 16,
  areaBudget: 1_000_000,
};
/** Two digits alone on a bib are only found when they are large, so close and narrow. */
const SECOND_LOOK: TorsoLook = {
  side: 1.2,
  from: 0.8,
  to: 4.2,
  faceSize: { least: 112, most: 112 },
  comfortableArea: 400_000,
  maximumScale: 2.5,
  minimumFace: 24,
  areaBudget: 400_000,
};
/**
 * A second look is for runners in front, whose bib should be seen: sure faces (of 100) of
 * this size against the largest of them.
 */
const FOREGROUND = { confidence: 80, size: 0.4 } as const;
/** Canvas pixels of the longer side when the whole picture is searched. */
const WHOLE_SIDE = 960;
/**
 * With fewer torsos to look at, the whole picture is searched as well: a head under a cap or
 * behind an arm is easily missed, and there is time.
 */
const ENOUGH_TORSOS = 2;

/** `cacheFolder` keeps the rewritten models from one start to the next. */
export async function createBibFinder(
  options: { readonly cacheFolder?: string } = {},
): Promise<BibFinder> {
  const models = await readTextModels();
  const rewrite = (name: string, model: Uint8Array) =>
    rewriteCached(
      model,
      { name, version: REWRITE_VERSION, rewrite: rewriteForSpeed },
      options.cacheFolder,
    );
  const detector = await createTextDetector(await rewrite('text-detection', models.detection));
  const reader = await createTextReader(
    await rewrite('text-reading', models.reading),
    models.alphabet,
  );

  async function look(image: RgbImage, regions: readonly SearchRegion[]): Promise<Reading[]> {
    const found = await searchRegions(image, regions, detector);
    return readAll(image, withoutRepeats(found.filter(isPlausibleBib)));
  }

  async function readAll(
    image: RgbImage,
    candidates: readonly TextCandidate[],
  ): Promise<Reading[]> {
    const readings: Reading[] = [];
    for (const candidate of candidates) {
      const reading = await readCandidate(image, candidate, reader);
      if (reading && /\d/.test(reading.text)) readings.push(reading);
    }
    return readings;
  }

  return {
    async find(image, faces) {
      const boxes = faces.map(({ box }) => box);
      const torsos = torsoRegions(boxes, image, FIRST_LOOK);
      const first = await look(image, torsos);
      const missed = facesWithoutBib(inForeground(faces), likelyBibs(first), image);
      const second = await look(image, torsoRegions(missed, image, SECOND_LOOK));
      const found = mergeLooks(first, second);
      if (torsos.length >= ENOUGH_TORSOS && likelyBibs(found).length > 0) return found;
      return mergeLooks(found, await look(image, [wholePicture(image, WHOLE_SIDE)]));
    },
    async close() {
      await Promise.all([detector.close(), reader.close()]);
    },
  };
}

function inForeground(faces: readonly FoundFace[]): Box[] {
  const sure = faces
    .filter(({ confidence }) => confidence >= FOREGROUND.confidence)
    .map(({ box }) => box);
  const largest = Math.max(0, ...sure.map(({ width }) => width));
  return sure.filter(({ width }) => width >= FOREGROUND.size * largest);
}
