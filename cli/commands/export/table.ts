import type { App } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import { createFormat } from '../../terminal/format.js';
import { writeFileWhole } from '../../terminal/write-file-whole.js';
import { selectionOf, type ExportOptions, type TableFormat } from './export-options.js';

/** Tags as CSV or JSON, on stdout or into a file. */
export async function exportTable(
  app: App,
  event: string,
  options: ExportOptions & { readonly format: TableFormat },
  context: CommandContext,
): Promise<void> {
  const { format, output: file } = options;
  const selection = { format, ...(await selectionOf(options)) };
  if (file === undefined) {
    await app.exportTags(event, selection, context.output.text);
    return;
  }
  const counts = await writeFileWhole(file, (write) => app.exportTags(event, selection, write));
  const { amount } = createFormat(context.language);
  context.output.talk(
    context.messages.talk.export.written(amount(counts.files), amount(counts.tags)),
  );
}
