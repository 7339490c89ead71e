import { render } from 'ink';
import type { IngestEvent, IngestSummary } from '../../core/index.js';
import type { CommandContext } from '../context.js';
import { createFormat } from '../terminal/format.js';
import { IngestProgress } from '../views/ingest-progress.js';
import { noticeText } from '../views/notice-text.js';
import { progressText, type ProgressEvent } from '../views/progress-text.js';
import { importLines } from '../views/start-list-lines.js';
import { summaryLines } from '../views/summary-lines.js';
import type { IngestReporter } from './ingest-reporter.js';

/** As fast as an eye can follow numbers; drawing more often only costs. */
const REDRAW_INTERVAL_MS = 100;
/** Beyond this many, failed files are left to `focusracer photos` and the summary's count. */
const MOST_LINES = 1000;

/** Draws progress on the terminal; the summary goes to stdout, when the drawing is over. */
export function createTtyReporter(
  context: CommandContext,
  stream: NodeJS.WriteStream,
): IngestReporter {
  const { messages, output } = context;
  const { ingest } = messages.talk;
  const format = createFormat(context.language);
  const lines: string[] = [];
  let phase = '';
  let progress: ProgressEvent | undefined;
  let isStopping = false;
  let summary: IngestSummary | undefined;

  const view = () => (
    <IngestProgress
      lines={lines}
      phase={phase}
      progress={progress && progressText(progress, messages, format)}
      finishing={isStopping ? messages.talk.finishing : undefined}
    />
  );
  const drawing = render(view(), { stdout: stream, exitOnCtrlC: false, patchConsole: false });
  const timer = setInterval(() => {
    drawing.rerender(view());
  }, REDRAW_INTERVAL_MS);

  function keepLine(line: string): void {
    if (lines.length < MOST_LINES) lines.push(line);
  }

  function report(event: IngestEvent): void {
    switch (event.type) {
      case 'started':
        keepLine(ingest.started(event.folder, event.event));
        return;
      case 'start-list':
        for (const line of importLines(event.imported, messages, format)) keepLine(line);
        return;
      case 'phase':
        phase = ingest.phases[event.phase];
        return;
      case 'progress':
        progress = event;
        return;
      case 'photo':
        if (event.outcome === 'failed') keepLine(ingest.problem(event.file, event.reason ?? ''));
        return;
      case 'notice':
        keepLine(noticeText(event, messages, format));
        return;
      case 'summary':
        summary = event;
    }
  }

  async function close(): Promise<void> {
    clearInterval(timer);
    drawing.rerender(view());
    drawing.unmount();
    await drawing.waitUntilExit();
    if (summary === undefined) return;
    for (const line of summaryLines(summary, messages, format)) await output.line(line);
  }

  return {
    report,
    tellStopping: () => {
      isStopping = true;
    },
    close,
  };
}
