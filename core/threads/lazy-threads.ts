import type { LimitedThreads, ThreadLimits, Works } from './limited-threads.js';

/** Threads with limits, of which nothing is loaded before the first task. */
export function lazyThreads<W extends Works>(
  workerFile: URL,
  limits: ThreadLimits,
): LimitedThreads<W> {
  let opening: Promise<LimitedThreads<W>> | undefined;
  let opened: LimitedThreads<W> | undefined;
  const open = async () => {
    const { createLimitedThreads } = await import('./limited-threads.js');
    opened = createLimitedThreads<W>(workerFile, limits);
    return opened;
  };
  return {
    run(name, prepare, of) {
      opening ??= open();
      return opening.then((threads) => threads.run(name, prepare, of));
    },
    figures: () => opened?.figures() ?? { done: 0, refused: 0, ended: 0, waiting: 0 },
    async close() {
      await (await opening)?.close();
    },
  };
}
