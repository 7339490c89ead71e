import {
  FILE_OUTCOMES,
  type FileOutcome,
  type IngestEvent,
  type OutcomeCounts,
  type StageName,
} from './ingest-events.js';
import type { StageTimes } from './photo-task.js';

type ProgressEvent = Extract<IngestEvent, { type: 'progress' }>;

export interface ProgressMeter {
  /** `stageMs` is given for files that went through the pool. */
  count(
    outcome: FileOutcome,
    problem?: { readonly file: string; readonly reason: string },
    stageMs?: StageTimes,
  ): void;
  setTotal(total: number): void;
  readonly counts: OutcomeCounts;
  readonly seen: number;
  /** Files that cost work: everything but the known ones. */
  readonly worked: number;
  elapsedSeconds(): number;
  /** Mean wall milliseconds of each stage. */
  meanStageMs(): StageTimes;
  snapshot(): ProgressEvent;
}

/** `now` gives milliseconds from any fixed point. */
export function createProgressMeter(now: () => number): ProgressMeter {
  const startedAt = now();
  const counts: Record<FileOutcome, number> = {
    kept: 0,
    duplicate: 0,
    'near-duplicate': 0,
    blurry: 0,
    unsupported: 0,
    failed: 0,
    known: 0,
  };
  const stageTotals = new Map<StageName, number>();
  let analysed = 0;
  let total: number | undefined;
  let lastProblem: ProgressEvent['lastProblem'];

  const sum = (): number => FILE_OUTCOMES.reduce((seen, outcome) => seen + counts[outcome], 0);
  const elapsedSeconds = (): number => (now() - startedAt) / 1000;

  const meanStageMs = (): StageTimes =>
    Object.fromEntries([...stageTotals].map(([name, totalMs]) => [name, totalMs / analysed]));

  function slowestStage(): ProgressEvent['slowestStage'] {
    let slowest: { name: StageName; meanMs: number } | undefined;
    for (const [name, totalMs] of stageTotals) {
      const meanMs = totalMs / analysed;
      if (slowest === undefined || meanMs > slowest.meanMs) slowest = { name, meanMs };
    }
    return slowest;
  }

  return {
    count(outcome, problem, stageMs) {
      counts[outcome] += 1;
      if (problem !== undefined) lastProblem = problem;
      if (stageMs !== undefined) {
        analysed += 1;
        for (const [name, ms] of Object.entries(stageMs) as [StageName, number][]) {
          stageTotals.set(name, (stageTotals.get(name) ?? 0) + ms);
        }
      }
    },
    setTotal(files) {
      total = files;
    },
    counts,
    get seen() {
      return sum();
    },
    get worked() {
      return sum() - counts.known;
    },
    elapsedSeconds,
    meanStageMs,
    snapshot() {
      const seen = sum();
      const worked = seen - counts.known;
      const rate = elapsedSeconds() > 0 ? worked / elapsedSeconds() : 0;
      return {
        type: 'progress',
        seen,
        total,
        counts: { ...counts },
        photosPerSecond: rate,
        etaSeconds:
          total === undefined || rate === 0 ? undefined : Math.max(0, total - seen) / rate,
        slowestStage: slowestStage(),
        lastProblem,
      };
    },
  };
}
