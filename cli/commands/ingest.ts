import { Option, type Command } from 'commander';
import type { CommandContext } from '../context.js';
import { addExamples } from '../help.js';
import { withApp } from '../with-app.js';
import { addEventDetails, type EventDetailOptions } from './event/details.js';
import { collect, decimalNumber, wholeNumber } from './options.js';

interface IngestCommandOptions extends EventDetailOptions {
  readonly event?: string;
  readonly name?: string;
  readonly startList?: string;
  readonly map?: readonly string[];
  readonly engine?: 'local';
  readonly workers?: number;
  readonly dryRun?: boolean;
  readonly nearDuplicates: boolean;
  readonly blurThreshold?: number;
  readonly retouch?: boolean;
  readonly reference?: boolean;
}

export function registerIngest(program: Command, context: CommandContext): void {
  const { ingest: help } = context.messages.help;
  const command = program
    .command('ingest')
    .description(help.summary)
    .argument('<folder>', help.folder)
    .option('--event <event>', help.event)
    .option('--name <name>', help.name);
  addEventDetails(command, context)
    .option('--start-list <file>', help.startList)
    .option('--map <field=header>', help.map, collect)
    .addOption(new Option('--engine <engine>', help.engine).choices(['local']))
    .option('--workers <count>', help.workers, wholeNumber(1, context))
    .option('--dry-run', help.dryRun)
    .option('--no-near-duplicates', help.nearDuplicates)
    .option('--blur-threshold <variance>', help.blurThreshold, decimalNumber(0, context))
    .option('--retouch', help.retouch)
    .option('--reference', help.reference)
    .action((folder: string, options: IngestCommandOptions) => ingest(context, folder, options));
  addExamples(command, context, help.examples);
}

async function ingest(
  context: CommandContext,
  folder: string,
  options: IngestCommandOptions,
): Promise<void> {
  const { createIngestReporter } = await import('../reporters/create-ingest-reporter.js');
  await withApp(context, async (app) => {
    const { name, date, place, sport, timeZone, faces } = options;
    const reporter = await createIngestReporter(context);
    const signal = context.interruption.takeSignal(reporter.tellStopping);
    try {
      await app.ingestFolder(
        {
          folder,
          event: options.event,
          details: { name, date, place, sport, timeZone, faces },
          byReference: options.reference ?? false,
          nearDuplicates: options.nearDuplicates,
          blurThreshold: options.blurThreshold,
          retouch: options.retouch ?? false,
        },
        reporter.report,
        signal,
      );
    } finally {
      await reporter.close();
    }
  });
}
