import type { Command } from 'commander';
import { chooseEvent } from '../../choose-event.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { withApp } from '../../with-app.js';
import { addEventOption, type EventOption } from '../options.js';
import { addImportOptions, importRequest, type ImportOptions } from './file-options.js';
import { printImport } from './print-import.js';

interface ImportCommandOptions extends EventOption, ImportOptions {
  readonly dryRun?: boolean;
}

export function registerStartListImport(group: Command, context: CommandContext): void {
  const { help } = context.messages;
  const command = group
    .command('import')
    .description(help.startList.import.summary)
    .argument('<file>', help.startList.file)
    .option('--dry-run', help.ingest.dryRun)
    .action((file: string, options: ImportCommandOptions) => importFile(context, file, options));
  addImportOptions(addEventOption(command, context), context);
  addExamples(command, context, help.startList.import.examples);
}

async function importFile(
  context: CommandContext,
  file: string,
  options: ImportCommandOptions,
): Promise<void> {
  await withApp(context, async (app) => {
    const event = await chooseEvent(app, options.event, context);
    const request = { event, ...(await importRequest(file, options)) };
    if (options.dryRun === true) {
      const plan = await app.diffStartList(request);
      await printImport({ file, plan, rejectsFile: undefined, dryRun: true }, context);
      return;
    }
    const imported = await app.importStartList(request);
    await printImport({ file, ...imported, dryRun: false }, context);
  });
}
