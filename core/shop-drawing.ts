import { createDrawings, type Drawings, type DrawingStore } from './drawing/drawings.js';
import type { Drawing } from './drawing/drawing.js';
import type { LimitedThreads, ThreadFigures } from './threads/limited-threads.js';

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

/** Loads what runs threads only when the first drawing is wanted. */
export function openDrawings(store: DrawingStore, workerFile: URL): ShopDrawings {
  let opened: Promise<LimitedThreads<SideWorks>> | undefined;
  let threads: LimitedThreads<SideWorks> | undefined;
  const open = async () => {
    const { createLimitedThreads } = await import('./threads/limited-threads.js');
    threads = createLimitedThreads<SideWorks>(workerFile, LIMITS);
    return threads;
  };
  const drawings = createDrawings(store, async (prepare, visitor) => {
    opened ??= open();
    return (await opened).run('draw', prepare, { visitor });
  });
  return {
    ...drawings,
    figures: () => threads?.figures() ?? { done: 0, refused: 0, ended: 0, waiting: 0 },
    async close() {
      await (await opened)?.close();
    },
  };
}
