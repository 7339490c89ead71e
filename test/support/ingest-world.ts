import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openFileSystemObjectStore } from '../../core/adapters/object-store/file-system/file-system-object-store.js';
import { listEvents } from '../../core/db/queries/events.js';
import type { Db } from '../../core/db/query.js';
import { createWatermark } from '../../core/image/watermark.js';
import type { IngestEvent, IngestSummary } from '../../core/pipeline/ingest-events.js';
import type { PhotoPool } from '../../core/pipeline/photo-task.js';
import { processPhoto } from '../../core/pipeline/process-photo.js';
import type { ObjectStore } from '../../core/ports/object-store.js';
import type { RgbImage, VisionEngine } from '../../core/ports/vision.js';
import { deleteEvent, planEventDeletion } from '../../core/usecases/delete-event.js';
import {
  ingestFolder,
  type IngestDeps,
  type IngestOptions,
} from '../../core/usecases/ingest-folder.js';
import { createTestDatabase } from './database.js';

export interface IngestRun {
  readonly summary: IngestSummary;
  /** One for each `photo` event, in their order. */
  readonly photos: readonly Extract<IngestEvent, { type: 'photo' }>[];
  readonly notices: readonly Extract<IngestEvent, { type: 'notice' }>[];
}

/** A database, an object store and a folder of photos, with everything in one thread. */
export interface IngestWorld {
  readonly db: Db;
  readonly store: ObjectStore;
  readonly photos: string;
  /** A second folder beside the first. */
  readonly others: string;
  ingest(
    options?: Partial<IngestOptions>,
    deps?: Partial<IngestDeps>,
    signal?: AbortSignal,
  ): Promise<IngestRun>;
  /** Writes a file into `photos`, or into the folder given. */
  put(name: string, content: Uint8Array | string, folder?: string): Promise<void>;
  objectKeys(): Promise<string[]>;
  /** Both folders are empty again and there is no event. */
  clear(): Promise<void>;
  remove(): Promise<void>;
}

const OPTIONS = {
  event: undefined,
  details: {},
  startList: undefined,
  byReference: false,
  nearDuplicates: true,
  nearDuplicateDistance: 5,
  blurThreshold: 30,
  retouch: false,
  watermarkText: 'made',
  similarityThreshold: 85,
  templateDays: 90,
  maximumBytes: 10_000_000,
} as const satisfies Omit<IngestOptions, 'folder'>;

export async function createIngestWorld(): Promise<IngestWorld> {
  const database = await createTestDatabase();
  const home = await mkdtemp(join(tmpdir(), 'focusracer-ingest-'));
  const photos = await mkdtemp(join(home, 'photos-'));
  const others = await mkdtemp(join(home, 'others-'));
  const store = await openFileSystemObjectStore({
    root: join(home, 'objects'),
    links: { baseUrl: '/objects/', secret: new Uint8Array(32) },
  });
  const { db } = database;
  const pool = sameThreadPool();
  return {
    db,
    store,
    photos,
    others,
    async ingest(options = {}, deps = {}, signal = new AbortController().signal) {
      const events: IngestEvent[] = [];
      const report = (event: IngestEvent): void => void events.push(event);
      const summary = await ingestFolder(
        { db, store, pool, ...deps },
        { ...OPTIONS, folder: photos, ...options },
        report,
        signal,
      );
      return {
        summary,
        photos: events.filter((event) => event.type === 'photo'),
        notices: events.filter((event) => event.type === 'notice'),
      };
    },
    async objectKeys() {
      const keys: string[] = [];
      for await (const { key } of store.list('')) keys.push(key);
      return keys;
    },
    put: (name, content, folder = photos) => writeFile(join(folder, name), content),
    async clear() {
      for (const folder of [photos, others]) {
        await rm(folder, { recursive: true });
        await mkdir(folder);
      }
      for (const { slug } of await listEvents(db)) {
        await deleteEvent({ db, store }, await planEventDeletion({ db, store }, slug));
      }
    },
    async remove() {
      await database.drop();
      await rm(home, { recursive: true });
    },
  };
}

/** The real stages of a photo, with an engine that reads one bib off the picture's colours. */
export function sameThreadPool(size = 2, vision: VisionEngine = colourEngine): PhotoPool {
  const watermark = createWatermark({ kind: 'text', text: OPTIONS.watermarkText });
  return {
    size,
    process: (task) => processPhoto({ vision, watermark: () => watermark }, task),
    close: async () => undefined,
  };
}

/** Sees a bib from 100 to 106 in every picture, always the same one in the same picture. */
export const colourEngine: VisionEngine = {
  name: 'local',
  version: 'colours',
  async analyse({ image }) {
    const reading = {
      text: bibOf(image),
      confidence: 98,
      weakestCharacter: 96,
      box: { left: 0.4, top: 0.5, width: 0.1, height: 0.05 },
      cut: { left: false, right: false },
    };
    return { readings: [reading], faces: [] };
  },
  close: async () => undefined,
};

function bibOf({ data }: RgbImage): string {
  return String(100 + (data.reduce((sum, value) => sum + value, 0) % 7));
}

/** Each file's outcome, by its displayed path. */
export function outcomesOf(run: IngestRun): Record<string, string> {
  return Object.fromEntries(run.photos.map(({ file, outcome }) => [file, outcome]));
}

/** Every count of the summary, and each file once. */
export function expectToAddUp({ summary, photos }: IngestRun): void {
  expect(sumOf(summary)).toBe(summary.found);
  expect(photos).toHaveLength(summary.found);
  expect(new Set(photos.map(({ file }) => file)).size).toBe(summary.found);
}

/** What a summary's counts add up to: it has to be `found`. */
export function sumOf(summary: IngestSummary): number {
  const { kept, duplicates, nearDuplicates, blurry, unsupported, failed, known } = summary;
  return kept + duplicates + nearDuplicates + blurry + unsupported + failed + known;
}
