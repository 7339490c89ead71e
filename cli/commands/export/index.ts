import { Option, type Command } from 'commander';
import type { KeywordKind } from '../../../core/index.js';
import { chooseEvent } from '../../choose-event.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { withApp } from '../../with-app.js';
import { addEventOption, namedEvent } from '../options.js';
import { exportKeywords } from './keywords.js';
import { checkExportOptions, type ExportOptions } from './export-options.js';
import { exportTable } from './table.js';

export function registerExport(program: Command, context: CommandContext): void {
  const { help } = context.messages;
  const command = program
    .command('export')
    .description(help.export.summary)
    .argument('[event]', help.eventChoice)
    .addOption(
      new Option('--format <format>', help.export.format)
        .choices(['csv', 'json', 'xmp', 'iptc'])
        .default(context.json ? 'json' : 'csv'),
    )
    .option('--output <file>', help.export.output)
    .option('--to <folder>', help.export.to)
    .option('--bib <bib>', help.export.bib)
    .option('--kept', help.export.kept)
    .addOption(
      new Option('--keywords <kind>', help.export.keywords).choices([
        'bib',
        'name',
      ] satisfies KeywordKind[]),
    )
    .option('--dry-run', help.ingest.dryRun)
    .action(async (positional: string | undefined, options: ExportOptions) => {
      await checkExportOptions(options, context);
      const named = await namedEvent(positional, options, context);
      await withApp(context, async (app) => {
        const event = await chooseEvent(app, named, context);
        const { format } = options;
        if (format === 'csv' || format === 'json') {
          await exportTable(app, event, { ...options, format }, context);
        } else {
          await exportKeywords(app, event, { ...options, format }, context);
        }
      });
    });
  addEventOption(command, context);
  addExamples(command, context, help.export.examples);
}
