import type { IngestEvent } from '../../core/index.js';
import type { CommandContext } from '../context.js';
import { importJson } from '../views/start-list-lines.js';
import type { IngestReporter } from './ingest-reporter.js';

/** Programs want to know that the run is alive, not to be flooded. */
const PROGRESS_INTERVAL_MS = 1000;

/** One JSON object a line: exactly one `photo` for each file, `summary` last, others between. */
export function createNdjsonReporter(
  { output, messages }: Pick<CommandContext, 'output' | 'messages'>,
  now: () => number = Date.now,
): IngestReporter {
  let lastProgressAt = Number.NEGATIVE_INFINITY;

  function report(event: IngestEvent): void {
    if (event.type === 'progress') {
      if (now() - lastProgressAt < PROGRESS_INTERVAL_MS) return;
      lastProgressAt = now();
    }
    if (event.type === 'start-list') {
      void output.json({ type: 'start-list', ...importJson(event.imported) });
      return;
    }
    // A photo's line has all its fields, whatever became of it.
    void output.json(event.type === 'photo' ? { ...event, reason: event.reason ?? null } : event);
  }

  return {
    report,
    tellStopping: () => {
      output.talk(messages.talk.finishing);
    },
    close: async () => undefined,
  };
}
