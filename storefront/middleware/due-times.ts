/** More than ask at the same time; whoever is forgotten is looked up once more. */
const MOST = 10_000;

export interface DueTimes {
  set(key: string, dueMs: number): void;
  /** Milliseconds until the time set; 0 where it is over, or none was. */
  waitFor(key: string, nowMs: number): number;
}

/** Times before which somebody need not come back, in the memory of this process. */
export function createDueTimes(): DueTimes {
  const times = new Map<string, number>();
  return {
    set(key, dueMs) {
      times.delete(key);
      times.set(key, dueMs);
      const [oldest] = times.keys();
      if (times.size > MOST && oldest !== undefined) times.delete(oldest);
    },
    waitFor(key, nowMs) {
      const due = times.get(key);
      if (due === undefined) return 0;
      if (due > nowMs) return due - nowMs;
      times.delete(key);
      return 0;
    },
  };
}
