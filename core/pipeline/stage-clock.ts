import type { StageName } from './ingest-events.js';
import type { StageTimes } from './photo-task.js';

/** Adds up how long each stage of one photo takes, in wall milliseconds of its thread. */
export interface StageClock {
  time<T>(stage: StageName, work: () => T | Promise<T>): Promise<T>;
  readonly times: StageTimes;
}

export function createStageClock(now: () => number = () => performance.now()): StageClock {
  const times: Partial<Record<StageName, number>> = {};
  return {
    times,
    async time(stage, work) {
      const startedAt = now();
      try {
        return await work();
      } finally {
        times[stage] = (times[stage] ?? 0) + now() - startedAt;
      }
    },
  };
}
