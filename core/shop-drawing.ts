import { createDrawings, type Drawings, type DrawingStore } from './drawing/drawings.js';
import type { Drawing } from './drawing/drawing.js';
import { lazyThreads } from './threads/lazy-threads.js';
import type { ThreadFigures } from './threads/limited-threads.js';

/** What side-worker.ts exports. */
interface SideWorks {
  readonly [name: string]: (task: never) => Promise<unknown>;
  draw(drawing: Drawing): Promise<Uint8Array>;
}

/**
 * Two threads, so that one that hangs does not stop the other. A drawing takes 10 to 100 ms: whoever is
 * further behind than the queue is better told to come again. One visitor's page may show a hundred
 * runners' close-ups.
 */
const LIMITS = {
  threads: 2,
  longestMs: 15_000,
  mostWaiting: 500,
  mostWaitingEach: 100,
  idleMs: 60_000,
  mostMemory: 256,
} as const;

export interface ShopDrawings extends Drawings {
  figures(): ThreadFigures;
  close(): Promise<void>;
}

export function openDrawings(store: DrawingStore, workerFile: URL): ShopDrawings {
  const threads = lazyThreads<SideWorks>(workerFile, LIMITS);
  const drawings = createDrawings(store, (prepare, visitor) =>
    threads.run('draw', prepare, { visitor }),
  );
  return { ...drawings, figures: () => threads.figures(), close: () => threads.close() };
}
