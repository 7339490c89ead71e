import { Option, type Command } from 'commander';
import type { App, IngestPlan, IngestRequest } from '../../core/index.js';
import { chooseTimeZone } from '../choose-time-zone.js';
import type { CommandContext } from '../context.js';
import { addExamples } from '../help.js';
import { createFormat } from '../terminal/format.js';
import { planLines } from '../views/plan-lines.js';
import { withApp } from '../with-app.js';
import { addEventDetails, type EventDetailOptions } from './event/details.js';
import { decimalNumber, wholeNumber } from './options.js';
import { addImportOptions, importRequest, type ImportOptions } from './startlist/file-options.js';

interface IngestCommandOptions extends EventDetailOptions, ImportOptions {
  readonly event?: string;
  readonly name?: string;
  readonly startList?: string;
  readonly spot?: string;
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
  addEventDetails(command, context).option('--start-list <file>', help.startList);
  addImportOptions(command, context)
    .addOption(new Option('--engine <engine>', help.engine).choices(['local']))
    .option('--spot <spot>', help.spot)
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
  const { engine, workers, blurThreshold } = options;
  await withApp(
    context,
    async (app) => {
      const request = await withTimeZone(app, await ingestRequest(folder, options), context);
      if (options.dryRun === true) await printPlan(await app.planIngest(request), context);
      else await runIngest(app, request, context);
    },
    { engine, workers, blurThreshold },
  );
}

async function ingestRequest(
  folder: string,
  options: IngestCommandOptions,
): Promise<IngestRequest> {
  const { name, date, place, sport, timeZone, faces, bibPattern, startList } = options;
  return {
    folder,
    event: options.event,
    details: { name, date, place, sport, timeZone, faces, bibPattern },
    startList: startList === undefined ? undefined : await importRequest(startList, options),
    spot: options.spot,
    byReference: options.reference ?? false,
    nearDuplicates: options.nearDuplicates,
    retouch: options.retouch ?? false,
  };
}

/** Asks for the time zone of an event that this ingest makes. */
async function withTimeZone(
  app: App,
  request: IngestRequest,
  context: CommandContext,
): Promise<IngestRequest> {
  const { folder, event, details } = request;
  if (details.timeZone !== undefined || !context.terminal.canAsk) return request;
  if (!(await app.makesNewEvent({ folder, event, name: details.name }))) return request;
  const timeZone = await chooseTimeZone(undefined, context);
  return { ...request, details: { ...details, timeZone } };
}

async function runIngest(app: App, request: IngestRequest, context: CommandContext): Promise<void> {
  const { createIngestReporter } = await import('../reporters/create-ingest-reporter.js');
  const reporter = await createIngestReporter(context);
  const signal = context.interruption.takeSignal(reporter.tellStopping);
  try {
    await app.ingestFolder(request, reporter.report, signal);
  } finally {
    await reporter.close();
  }
  if (!signal.aborted) return;
  const { FocusError } = await import('../../core/index.js');
  const { stopped, goOn } = context.messages.talk;
  throw new FocusError('interrupted', 'ingest.interrupted', stopped, { hint: goOn });
}

async function printPlan(plan: IngestPlan, context: CommandContext): Promise<void> {
  const { messages, output } = context;
  if (context.json) await output.json({ type: 'plan', ...plan });
  else
    for (const line of planLines(plan, messages, createFormat(context.language)))
      await output.line(line);
}
