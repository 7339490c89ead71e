import type { Transferable } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { FocusError } from '../errors.js';
import { createFairQueue } from './fair-queue.js';

/** What the file of a thread exports, by name. */
export type Works = Readonly<Record<string, (task: never) => Promise<unknown>>>;
type TaskOf<W extends Works, Name extends keyof W> = Parameters<W[Name]>[0];
type AnswerOf<W extends Works, Name extends keyof W> = Awaited<ReturnType<W[Name]>>;

export interface ThreadLimits {
  readonly threads: number;
  /** How long one task may take, the start of its thread included; then its thread is ended. */
  readonly longestMs: number;
  /** Tasks that wait, of everybody. */
  readonly mostWaiting: number;
  /** And of one visitor. */
  readonly mostWaitingEach: number;
  /** How long a thread is kept without a task. */
  readonly idleMs: number;
  /** Of one thread, in megabytes. */
  readonly mostMemory?: number;
}

export interface ThreadFigures {
  /** Tasks that a thread answered. */
  readonly done: number;
  /** Tasks that came when too many waited. */
  readonly refused: number;
  /** Threads ended because their task took too long. */
  readonly ended: number;
  readonly waiting: number;
}

export interface LimitedThreads<W extends Works> {
  /**
   * Of each visitor one task is in hand at a time; the others wait, in turns with those of other visitors.
   * A task is prepared when its turn has come: what waits takes no memory.
   * FocusError `unavailable` `threads.busy` where too many wait, `threads.too-long` where it took too long.
   */
  run<Name extends keyof W & string>(
    name: Name,
    prepare: () => Promise<TaskOf<W, Name>> | TaskOf<W, Name>,
    of: { readonly visitor: string; readonly transfer?: readonly Transferable[] },
  ): Promise<AnswerOf<W, Name>>;
  figures(): ThreadFigures;
  close(): Promise<void>;
}

/** When whoever was refused may come again: a queue is served within seconds. */
const RETRY_AFTER_SECONDS = 5;

/** So many steps of courtesy (nice(2)): pages are answered first where all cores are busy. */
const NICE = 10;

/**
 * Threads for what would keep the thread of the pages from answering. The first begins with the first
 * task; one that takes too long is ended, and another takes its place.
 */
export function createLimitedThreads<W extends Works>(
  workerFile: URL,
  limits: ThreadLimits,
): LimitedThreads<W> {
  const { threads, mostWaiting, mostWaitingEach } = limits;
  const pool = openPool(workerFile, limits);
  const queue = createFairQueue<{ begin(): Promise<void>; refuse(error: unknown): void }>();
  let running = 0;
  let closed = false;
  const counts = { done: 0, refused: 0, ended: 0 };

  function dispatch(): void {
    while (running < threads) {
      const next = queue.take();
      if (next === undefined) return;
      running += 1;
      void next.work.begin().finally(() => {
        running -= 1;
        queue.finish(next.visitor);
        dispatch();
      });
    }
  }

  async function runNow(
    name: string,
    prepare: () => unknown,
    transfer: readonly Transferable[],
  ): Promise<unknown> {
    const task = await prepare();
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), limits.longestMs);
    try {
      const answer: unknown = await pool.run(task, {
        name,
        signal: limit.signal,
        transferList: [...transfer],
      });
      counts.done += 1;
      return answer;
    } catch (error) {
      if (!limit.signal.aborted) throw error;
      counts.ended += 1;
      throw tooLong(error);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    run(name, prepare, { visitor, transfer = [] }) {
      if (closed) return Promise.reject(stopping());
      if (queue.waiting >= mostWaiting || queue.waitingOf(visitor) >= mostWaitingEach) {
        counts.refused += 1;
        return Promise.reject(busy());
      }
      return new Promise((resolve, reject) => {
        queue.add(visitor, {
          // The function of that name answers so: see Works.
          begin: () =>
            runNow(name, prepare, transfer).then(
              (answer) => resolve(answer as AnswerOf<W, typeof name>),
              reject,
            ),
          refuse: reject,
        });
        dispatch();
      });
    },
    figures: () => ({ ...counts, waiting: queue.waiting }),
    async close() {
      closed = true;
      for (const { refuse } of queue.takeAll()) refuse(stopping());
      await pool.destroy();
    },
  };
}

function openPool(workerFile: URL, limits: ThreadLimits): Piscina<unknown, unknown> {
  const { threads, idleMs, mostMemory } = limits;
  return new Piscina({
    filename: workerFile.href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    niceIncrement: NICE,
    ...(mostMemory !== undefined && { resourceLimits: { maxOldGenerationSizeMb: mostMemory } }),
  });
}

function busy(): FocusError {
  return new FocusError('unavailable', 'threads.busy', 'Too many ask for this at this moment', {
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  });
}

function tooLong(cause: unknown): FocusError {
  return new FocusError('unavailable', 'threads.too-long', 'This took longer than it may', {
    retryAfterSeconds: RETRY_AFTER_SECONDS,
    cause,
  });
}

function stopping(): FocusError {
  return new FocusError('unavailable', 'threads.stopping', 'The shop is closing', {
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  });
}
