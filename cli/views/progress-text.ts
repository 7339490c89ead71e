import type { FileOutcome, IngestEvent } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Format } from '../terminal/format.js';

export type ProgressEvent = Extract<IngestEvent, { type: 'progress' }>;

export interface ProgressText {
  /** "1,234 of 5,000 (24%)". */
  readonly done: string;
  /** 0 to 1; undefined until the folder has been counted. */
  readonly share: number | undefined;
  readonly rate: string;
  readonly timeLeft: string | undefined;
  readonly counts: readonly { readonly outcome: FileOutcome; readonly text: string }[];
  readonly slowestStage: string | undefined;
  readonly lastProblem: string | undefined;
}

/** The order in which a person reads them: what went well first. */
const ORDER = [
  'kept',
  'known',
  'duplicate',
  'near-duplicate',
  'blurry',
  'unsupported',
  'failed',
] as const satisfies readonly FileOutcome[];

/** A progress event in words; outcomes that did not happen are left out. */
export function progressText(
  event: ProgressEvent,
  messages: Messages,
  format: Format,
): ProgressText {
  const { ingest } = messages.talk;
  const { seen, total, etaSeconds, slowestStage, lastProblem } = event;
  return {
    done:
      total === undefined
        ? ingest.seen(format.amount(seen))
        : ingest.seenOf(format.count(seen), format.amount(total), format.percent(seen, total)),
    share: total === undefined ? undefined : Math.min(1, seen / Math.max(1, total)),
    rate: ingest.rate(format.decimal(event.photosPerSecond)),
    timeLeft:
      etaSeconds === undefined || seen === total
        ? undefined
        : ingest.timeLeft(format.duration(etaSeconds)),
    counts: ORDER.filter((outcome) => event.counts[outcome] > 0).map((outcome) => ({
      outcome,
      text: ingest.outcomes[outcome](format.amount(event.counts[outcome])),
    })),
    slowestStage:
      slowestStage &&
      ingest.slowestStage(ingest.stages[slowestStage.name], format.count(slowestStage.meanMs)),
    lastProblem: lastProblem && ingest.lastProblem(lastProblem.file, lastProblem.reason),
  };
}
