import { readFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { measureFloor } from './measure-floor.js';
import { costOf, speedOf, type Cost, type Speed } from './speed-cost.js';
import type { FloorKind } from './speed-floor.js';
import { inTemporaryHome } from './temporary-home.js';
import { poolOptions, type Parts } from '../parts.js';
import type { FacesMode } from '../domain/face.js';
import { FocusError } from '../errors.js';
import type { IngestSummary } from '../pipeline/ingest-events.js';
import { createPhotoPool } from '../pipeline/photo-pool.js';
import type { PhotoPool } from '../pipeline/photo-task.js';
import { readOriginal } from '../pipeline/read-original.js';
import { resolveRoot } from '../pipeline/resolve-root.js';
import { absolutePath, scanFolder } from '../pipeline/scan.js';
import { ingestFolder } from '../usecases/ingest-folder.js';

export interface SpeedOptions {
  readonly folder: string;
  readonly workers: number;
  readonly faces: FacesMode;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface SpeedReport {
  readonly workers: number;
  readonly cores: number;
  readonly processor: string;
  readonly memoryBytes: number;
  readonly node: string;
  readonly date: string;
  /**
   * Decode once to 1600 px and write one JPEG, as a plain program does it, on as many threads; the
   * mean of a run before and a run after.
   */
  readonly floor: Speed;
  /** The same with the pipeline's own decode and web version, measured in the same way. */
  readonly ownFloor: Speed;
  /** A real ingest with the models loaded: database, object store and all. */
  readonly ingest: Speed & Pick<IngestSummary, 'stageMs' | 'peakRssBytes'>;
  /** `ingest` to `floor`, in photos a second. */
  readonly ratio: number;
  /** `floor` to `ingest`, in CPU time: steadier where other programs use the machine. */
  readonly cpuRatio: number;
}

/** Measures an ingest of the folder into an empty event against the floor, in one run. */
export async function measureSpeed(options: SpeedOptions): Promise<SpeedReport> {
  const root = await resolveRoot(options.folder);
  const photos = await photosOf(root);
  if (photos.length === 0) {
    throw new FocusError('input', 'bench.no-photos', `${options.folder} holds no photo`, {
      hint: 'Give a folder with JPEGs; forty or more make a steady figure.',
    });
  }
  const floor = (kind: FloorKind): Promise<Cost> => measureFloor(kind, photos, options.workers);
  const before = { plain: await floor('plain'), own: await floor('own') };
  const ingest = await inTemporaryHome(options.environment, (parts) =>
    measureIngest(parts, root, photos, options),
  );
  const after = { own: await floor('own'), plain: await floor('plain') };
  const plain = speedOf(photos.length, [before.plain, after.plain]);
  return {
    workers: options.workers,
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryBytes: totalmem(),
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
    floor: plain,
    ownFloor: speedOf(photos.length, [before.own, after.own]),
    ingest,
    ratio: ingest.photosPerSecond / plain.photosPerSecond,
    cpuRatio: plain.cpuMsPerPhoto / ingest.cpuMsPerPhoto,
  };
}

async function photosOf(root: string): Promise<Buffer[]> {
  const photos: Buffer[] = [];
  for await (const entry of scanFolder(root)) {
    if (entry.kind !== 'file') continue;
    const path = absolutePath(root, entry.path);
    const read = await readOriginal(path, {
      displayPath: entry.displayPath,
      maximumBytes: Number.MAX_SAFE_INTEGER,
    });
    if (read.kind === 'read') photos.push(path);
  }
  return photos;
}

async function measureIngest(
  parts: Parts,
  root: string,
  photos: readonly Buffer[],
  options: SpeedOptions,
): Promise<SpeedReport['ingest']> {
  const { settings } = parts;
  const pool = createPhotoPool({ ...poolOptions(parts), workers: options.workers });
  try {
    const task = {
      faces: options.faces,
      blurThreshold: settings.blurThreshold,
      retouch: false,
      watermarkText: settings.watermarkText,
    };
    await warmUp(pool, photos, task);
    let summary: IngestSummary | undefined;
    const ingest = {
      ...task,
      folder: root,
      event: undefined,
      details: { faces: options.faces },
      startList: undefined,
      byReference: false,
      nearDuplicates: true,
      nearDuplicateDistance: settings.nearDuplicateDistance,
      similarityThreshold: settings.similarityThreshold,
      templateDays: settings.faceRetentionDays,
      maximumBytes: settings.maxFileBytes,
    };
    const cost = await costOf(async () => {
      const { db } = parts.database;
      summary = await ingestFolder(
        { db, store: parts.store, pool },
        ingest,
        () => undefined,
        new AbortController().signal,
      );
    });
    if (summary === undefined) throw new Error('an ingest ended without a summary');
    const { stageMs, peakRssBytes } = summary;
    return { ...speedOf(photos.length, [cost]), stageMs, peakRssBytes };
  } finally {
    await pool.close();
  }
}

/** Loads the models of every thread, which a long ingest does once. */
async function warmUp(
  pool: PhotoPool,
  photos: readonly Buffer[],
  task: Omit<Parameters<PhotoPool['process']>[0], 'bytes' | 'fileName' | 'sha256'>,
): Promise<void> {
  const rounds = Array.from({ length: pool.size * 2 }, (_, index) => photos[index % photos.length]);
  await Promise.all(
    rounds.map(async (path) => {
      if (path === undefined) return;
      const bytes = new Uint8Array(await readFile(path));
      await pool.process({ ...task, bytes, fileName: path.toString(), sha256: '0'.repeat(64) });
    }),
  );
}
