import { readFile } from 'node:fs/promises';
import type { DetectedFace } from '../domain/face.js';
import { FocusError } from '../errors.js';
import { decodePhoto } from '../image/decode.js';
import { quantise } from '../linking/face-template.js';
import type { VisionEngine } from '../ports/vision.js';
import { scorePairs, type PairScore, type Portrait } from './faces-score.js';
import { readIdentities, type KnownFace } from './faces-truth.js';

/** Similarity from 0 to 100; 85 is the product's setting. */
const THRESHOLDS = [75, 80, 85, 90, 95] as const;

export interface FaceScore {
  readonly name: string;
  readonly settings: readonly { readonly threshold: number; readonly pairs: PairScore }[];
}

export interface FaceReport {
  readonly engine: string;
  readonly sets: readonly FaceScore[];
  /** All pairs of all sets, those between sets included. */
  readonly total: FaceScore;
}

export interface FaceProgress {
  readonly set: string;
  readonly file: string;
  readonly done: number;
  readonly photos: number;
  readonly isComparable: boolean;
}

/**
 * Compares every photo of a known person with every other (see readIdentities), at several
 * settings of the similarity, one to one: what linking adds against chance in a whole
 * event (a lead over other bibs, a surcharge for many) is not in these figures.
 */
export async function measureFaces(
  folder: string,
  engine: VisionEngine,
  onPhoto: (progress: FaceProgress) => void = () => undefined,
): Promise<FaceReport> {
  const sets = await readIdentities(folder);
  const photos = sets.reduce((sum, set) => sum + set.faces.length, 0);
  let done = 0;
  const measured: { name: string; portraits: Portrait[] }[] = [];
  for (const set of sets) {
    const portraits: Portrait[] = [];
    for (const known of set.faces) {
      const portrait = await readPortrait(known, engine);
      portraits.push(portrait);
      done += 1;
      onPhoto({
        set: set.name,
        file: known.path,
        done,
        photos,
        isComparable: portrait.template !== undefined,
      });
    }
    measured.push({ name: set.name, portraits });
  }
  return {
    engine: engine.version,
    sets: measured.map(({ name, portraits }) => score(name, portraits)),
    total: score(
      'total',
      measured.flatMap(({ portraits }) => portraits),
    ),
  };
}

async function readPortrait({ path, person }: KnownFace, engine: VisionEngine): Promise<Portrait> {
  const decoded = await decodePhoto(await readFile(path));
  if (decoded.kind !== 'decoded') {
    throw new FocusError(
      'input',
      'bench.broken-photo',
      `${path} cannot be decoded: ${decoded.reason}`,
    );
  }
  const input = { image: decoded.image, jpeg: new Uint8Array() };
  const { faces } = await engine.analyse(input, { faces: 'index' });
  const [largest] = faces
    .filter(({ embedding }) => embedding !== undefined)
    .toSorted((a, b) => areaOf(b) - areaOf(a));
  return { person, template: largest?.embedding && quantise(largest.embedding) };
}

function areaOf({ box }: DetectedFace): number {
  return box.width * box.height;
}

function score(name: string, portraits: readonly Portrait[]): FaceScore {
  return {
    name,
    settings: THRESHOLDS.map((threshold) => ({
      threshold,
      pairs: scorePairs(portraits, threshold),
    })),
  };
}
