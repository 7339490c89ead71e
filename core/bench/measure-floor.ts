import { readFile } from 'node:fs/promises';
import { Piscina } from 'piscina';
import type { FloorTask } from './floor-worker.js';
import { costOf, type Cost } from './speed-cost.js';
import type { FloorKind } from './speed-floor.js';

/** What the floor costs over all the photos, on as many threads as the ingest has, once these are warm. */
export async function measureFloor(
  kind: FloorKind,
  photos: readonly Buffer[],
  workers: number,
): Promise<Cost> {
  const threads = new Piscina<FloorTask, number | undefined>({
    filename: new URL('./floor-worker.js', import.meta.url).href,
    name: 'measureOne',
    minThreads: workers,
    maxThreads: workers,
  });
  try {
    const one = async (path: Buffer): Promise<void> => {
      const bytes = new Uint8Array(await readFile(path));
      await threads.run({ kind, bytes }, { transferList: [bytes.buffer] });
    };
    await Promise.all(photos.slice(0, workers).map(one));
    return await costOf(() => inTurns(photos, workers + 2, one));
  } finally {
    await threads.destroy();
  }
}

async function inTurns<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}
