export interface Speed {
  readonly photos: number;
  readonly seconds: number;
  readonly photosPerSecond: number;
  /** Of this process, all its threads; the database server's is not in it. */
  readonly cpuMsPerPhoto: number;
}

export interface Cost {
  readonly seconds: number;
  readonly cpuMs: number;
}

/** Wall seconds and CPU milliseconds of this process while the work is done. */
export async function costOf(work: () => Promise<void>): Promise<Cost> {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  await work();
  const used = process.cpuUsage(cpu);
  return {
    seconds: (performance.now() - startedAt) / 1000,
    cpuMs: (used.user + used.system) / 1000,
  };
}

/** Of runs that each took all the photos: their mean. */
export function speedOf(photos: number, runs: readonly Cost[]): Speed {
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0) / runs.length;
  const cpuMs = runs.reduce((sum, run) => sum + run.cpuMs, 0) / runs.length;
  return { photos, seconds, photosPerSecond: photos / seconds, cpuMsPerPhoto: cpuMs / photos };
}
