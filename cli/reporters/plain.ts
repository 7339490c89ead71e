import type { IngestEvent } from '../../core/index.js';
import type { CommandContext } from '../context.js';
import { createFormat } from '../terminal/format.js';
import { noticeText } from '../views/notice-text.js';
import { progressText, type ProgressEvent } from '../views/progress-text.js';
import { importLines } from '../views/start-list-lines.js';
import { summaryLines } from '../views/summary-lines.js';
import type { IngestReporter } from './ingest-reporter.js';

/** Often enough for a log, seldom enough to be read. */
const PROGRESS_INTERVAL_MS = 5000;

/** Lines without any drawing, for files, pipes and CI. Problems as they come; the summary is data. */
export function createPlainReporter(
  context: Pick<CommandContext, 'output' | 'messages' | 'language'>,
  now: () => number = Date.now,
): IngestReporter {
  const { output, messages } = context;
  const { ingest } = messages.talk;
  const format = createFormat(context.language);
  let lastProgressAt = now();

  function tellProgress(event: ProgressEvent): void {
    if (now() - lastProgressAt < PROGRESS_INTERVAL_MS) return;
    lastProgressAt = now();
    const { done, rate, timeLeft, counts } = progressText(event, messages, format);
    const parts = [done, rate, ...(timeLeft === undefined ? [] : [timeLeft])];
    const outcomes = counts.map(({ text }) => text).join(', ');
    output.talk(outcomes === '' ? parts.join(', ') : `${parts.join(', ')} (${outcomes})`);
  }

  function report(event: IngestEvent): void {
    switch (event.type) {
      case 'started':
        output.talk(ingest.started(event.folder, event.event));
        return;
      case 'start-list':
        for (const line of importLines(event.imported, messages, format)) output.talk(line);
        return;
      case 'phase':
        output.talk(ingest.phases[event.phase]);
        return;
      case 'progress':
        tellProgress(event);
        return;
      case 'photo':
        if (event.outcome === 'failed') output.talk(ingest.problem(event.file, event.reason ?? ''));
        return;
      case 'notice':
        output.talk(noticeText(event, messages, format));
        return;
      case 'summary':
        for (const line of summaryLines(event, messages, format)) void output.line(line);
    }
  }

  return {
    report,
    tellStopping: () => {
      output.talk(messages.talk.finishing);
    },
    close: async () => undefined,
  };
}
