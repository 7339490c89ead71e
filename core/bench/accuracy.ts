import { readFile } from 'node:fs/promises';
import { buildBibIndex } from '../domain/bib-index.js';
import type { Reading } from '../domain/reading.js';
import { resolveReadings, type ResolveOptions } from '../domain/resolve-readings.js';
import { FocusError } from '../errors.js';
import { decodePhoto } from '../image/decode.js';
import type { VisionEngine } from '../ports/vision.js';
import { scorePhotos, type AccuracyScore } from './accuracy-score.js';
import { startListFor } from './accuracy-start-list.js';
import { readTruth, type TruthPhoto } from './accuracy-truth.js';

export interface SetAccuracy {
  readonly name: string;
  readonly free: AccuracyScore;
  /** With all true bibs of the set and 500 random others as start list. */
  readonly withStartList: AccuracyScore;
}

export interface AccuracyReport {
  readonly engine: string;
  readonly sets: readonly SetAccuracy[];
  readonly total: SetAccuracy;
  /** Of decoding and analysing, all threads, in a photo's mean. */
  readonly cpuMillisecondsPerPhoto: number;
}

/** One photo after analysis: what was tagged without a start list, for a progress line or a list of failures. */
export interface AccuracyProgress {
  readonly set: string;
  readonly file: string;
  readonly done: number;
  readonly photos: number;
  readonly expected: readonly string[];
  readonly tags: readonly string[];
}

interface ReadPhoto {
  readonly truth: TruthPhoto;
  readonly readings: readonly Reading[];
}

/**
 * Runs the engine over every labelled photo of a folder (see readTruth) and scores its bibs,
 * per set and all together, free and with a start list.
 */
export async function measureAccuracy(
  folder: string,
  engine: VisionEngine,
  onPhoto: (progress: AccuracyProgress) => void = () => undefined,
): Promise<AccuracyReport> {
  const sets = await readTruth(folder);
  const photos = sets.reduce((sum, set) => sum + set.photos.length, 0);
  const before = process.cpuUsage();
  let done = 0;
  const read: { name: string; photos: ReadPhoto[] }[] = [];
  for (const set of sets) {
    const analysed: ReadPhoto[] = [];
    for (const truth of set.photos) {
      const readings = await readPhoto(truth, engine);
      analysed.push({ truth, readings });
      done += 1;
      onPhoto({
        set: set.name,
        file: truth.file,
        done,
        photos,
        expected: truth.bibs,
        tags: tagsOf(readings),
      });
    }
    read.push({ name: set.name, photos: analysed });
  }
  const { user, system } = process.cpuUsage(before);
  const outcomes = read.map((set) => ({
    name: set.name,
    free: free(set.photos),
    listed: listed(set.photos),
  }));
  return {
    engine: engine.version,
    sets: outcomes.map((set) => scoreSet(set.name, set.free, set.listed)),
    total: scoreSet(
      'total',
      outcomes.flatMap((set) => set.free),
      outcomes.flatMap((set) => set.listed),
    ),
    cpuMillisecondsPerPhoto: photos === 0 ? 0 : (user + system) / 1000 / photos,
  };
}

async function readPhoto(truth: TruthPhoto, engine: VisionEngine): Promise<readonly Reading[]> {
  const decoded = await decodePhoto(await readFile(truth.path));
  if (decoded.kind !== 'decoded') {
    throw new FocusError(
      'input',
      'bench.broken-photo',
      `${truth.path} cannot be decoded: ${decoded.reason}`,
    );
  }
  const { readings } = await engine.analyse(
    { image: decoded.image, jpeg: new Uint8Array() },
    { faces: 'detect' },
  );
  return readings;
}

function free(photos: readonly ReadPhoto[]) {
  return photos.map(({ truth, readings }) => ({ ...truth, tags: tagsOf(readings) }));
}

/** Every set is an event of its own, with its own list. */
function listed(photos: readonly ReadPhoto[]) {
  const startList = buildBibIndex(startListFor(photos.flatMap(({ truth }) => truth.bibs)));
  return photos.map(({ truth, readings }) => ({ ...truth, tags: tagsOf(readings, { startList }) }));
}

function tagsOf(readings: readonly Reading[], options: ResolveOptions = {}): string[] {
  return resolveReadings(readings, options).tags.map(({ bib }) => bib);
}

function scoreSet(
  name: string,
  freeOutcomes: ReturnType<typeof free>,
  listedOutcomes: ReturnType<typeof listed>,
): SetAccuracy {
  return { name, free: scorePhotos(freeOutcomes), withStartList: scorePhotos(listedOutcomes) };
}
