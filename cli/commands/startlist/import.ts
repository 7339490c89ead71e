import type { Command } from 'commander';
import { chooseEvent } from '../../choose-event.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { withApp } from '../../with-app.js';
import { addFileOptions, fileRequest, type FileOptions } from './file-options.js';
import { printImport } from './print-import.js';

interface ImportOptions extends FileOptions {
  readonly rejects?: string;
  readonly dryRun?: boolean;
}

export function registerStartListImport(group: Command, context: CommandContext): void {
  const { help } = context.messages;
  const command = group
    .command('import')
    .description(help.startList.import.summary)
    .argument('<file>', help.startList.file)
    .option('--rejects <file>', help.startList.import.rejects)
    .option('--dry-run', help.ingest.dryRun)
    .action((file: string, options: ImportOptions) => importFile(context, file, options));
  addFileOptions(command, context);
  addExamples(command, context, help.startList.import.examples);
}

async function importFile(
  context: CommandContext,
  file: string,
  options: ImportOptions,
): Promise<void> {
  await withApp(context, async (app) => {
    const event = await chooseEvent(app, options.event, context);
    const request = await fileRequest(event, file, options);
    if (options.dryRun === true) {
      const plan = await app.diffStartList(request);
      await printImport({ file, plan, rejectsFile: undefined, dryRun: true }, context);
      return;
    }
    const imported = await app.importStartList({ ...request, rejectsFile: options.rejects });
    await printImport({ file, ...imported, dryRun: false }, context);
  });
}
