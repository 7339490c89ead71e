import type { App } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import type { Messages } from '../../messages/messages.js';
import { createFormat } from '../../terminal/format.js';
import { selectionOf, type ExportOptions, type KeywordFormat } from './export-options.js';

type KeywordExport = ExportOptions & { readonly format: KeywordFormat };

type Outcome = keyof Messages['talk']['export']['outcomes'];
/** Sidecars know fewer outcomes than copies. */
type Counts = Readonly<Partial<Record<Outcome, number>>>;

interface FileResult {
  readonly file: string;
  readonly outcome: Outcome;
  readonly reason: string | undefined;
}

/**
 * Keywords into XMP sidecars, or into copies of the photos: never into the originals. Each
 * file that failed is told; the counts are the command's data.
 */
export async function exportKeywords(
  app: App,
  event: string,
  options: KeywordExport,
  context: CommandContext,
): Promise<void> {
  const { output, messages } = context;
  function report(result: FileResult): void {
    if (context.json) void output.json({ type: 'file', ...result });
    else if (result.outcome === 'failed') {
      output.talk(messages.talk.export.failed(result.file, result.reason ?? ''));
    } else if (options.dryRun === true && result.outcome !== 'unchanged') {
      void output.line(`${result.outcome} ${result.file}`);
    }
  }

  const counts = await runExport(app, event, options, report, context);
  if (context.json) {
    await output.json({ type: 'summary', ...counts });
    return;
  }
  const { amount } = createFormat(context.language);
  const words = messages.talk.export.outcomes;
  const outcomes = Object.keys(words) as Outcome[];
  const parts = outcomes.flatMap((outcome) => {
    const count = counts[outcome];
    return count === undefined ? [] : [words[outcome](amount(count))];
  });
  await output.line(parts.join(', '));
}

async function runExport(
  app: App,
  event: string,
  options: KeywordExport,
  report: (result: FileResult) => void,
  { messages }: CommandContext,
): Promise<Counts> {
  const { format, to: folder, keywords, dryRun = false } = options;
  const kinds = keywords === undefined ? undefined : [keywords];
  const common = { ...(await selectionOf(options)), keywords: kinds, dryRun };
  if (format === 'xmp') {
    const to =
      folder === undefined
        ? ({ kind: 'beside' } as const)
        : ({ kind: 'folder', out: folder } as const);
    return app.exportSidecars(event, { ...common, to }, report);
  }
  if (folder === undefined) {
    const { FocusError } = await import('../../../core/index.js');
    throw new FocusError('input', 'export.no-folder', messages.talk.export.copiesNeedFolder);
  }
  return app.exportKeywordCopies(event, { ...common, out: folder }, report);
}
