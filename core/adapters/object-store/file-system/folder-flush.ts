import { syncFolder } from '../../../platform/sync-folder.js';

/** Puts the names in a folder on disk, as they were when it was called. */
export type FlushFolder = (folder: string) => Promise<void>;

/**
 * A flush that several writers share: one that has not begun yet serves everybody who asks
 * meanwhile. The objects of a photo lie in one folder, and a flush for each would wait for the
 * disk as often as there are people in the photo.
 */
export function createFolderFlush(flush: FlushFolder = syncFolder): FlushFolder {
  const running = new Map<string, Promise<void>>();
  const waiting = new Map<string, Promise<void>>();

  function start(folder: string): Promise<void> {
    const flushed = flush(folder).finally(() => {
      if (running.get(folder) === flushed) running.delete(folder);
    });
    running.set(folder, flushed);
    return flushed;
  }

  return (folder) => {
    const current = running.get(folder);
    if (current === undefined) return start(folder);
    const shared = waiting.get(folder);
    if (shared !== undefined) return shared;
    // Its outcome is told to those who asked for it; what follows only waits for its end.
    const next = current
      .catch(() => undefined)
      .then(() => {
        waiting.delete(folder);
        return start(folder);
      });
    waiting.set(folder, next);
    return next;
  };
}
