import type { Command } from 'commander';
import type { DearestReport } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { printPairs } from '../../print-table.js';
import { createFormat } from '../../terminal/format.js';
import { dearestPairs } from '../../views/bench-views.js';
import { wholeNumber } from '../options.js';
import { startMeasured } from './start-storefront.js';

interface DearestCommandOptions {
  readonly photos: number;
  readonly entries: number;
  readonly connections: number;
  readonly rate: number;
  readonly seconds: number;
}

export function registerBenchDearest(group: Command, context: CommandContext): void {
  const { dearest: help } = context.messages.help.bench;
  const count = wholeNumber(1, context);
  const command = group
    .command('dearest')
    .description(help.summary)
    .option('--photos <count>', help.photos, count, 5_000)
    .option('--entries <count>', help.entries, count, 1_000)
    .option('--connections <count>', help.connections, count, 20)
    .option('--rate <requests>', help.rate, count, 20)
    .option('--seconds <seconds>', help.seconds, count, 10)
    .action((options: DearestCommandOptions) => measure(context, options));
  addExamples(command, context, help.examples);
}

async function measure(
  context: CommandContext,
  { rate, ...options }: DearestCommandOptions,
): Promise<void> {
  const { measureDearest } = await import('../../../core/index.js');
  const { environment, messages, output, language } = context;
  const report: DearestReport = await measureDearest(
    { ...options, perSecond: rate, environment, start: startMeasured },
    (step) => output.talk(messages.talk.bench.dearestSteps[step]),
  );
  if (context.json) await output.json({ type: 'dearest', ...report });
  else await printPairs(context, dearestPairs(report, messages, createFormat(language)));
}
