import type { Command } from 'commander';
import type { CrowdReport } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { printPairs } from '../../print-table.js';
import { createFormat } from '../../terminal/format.js';
import { crowdPairs } from '../../views/crowd-view.js';
import { wholeNumber } from '../options.js';
import { startMeasured } from './start-storefront.js';

interface CrowdCommandOptions {
  readonly phones: number;
  readonly seconds: number;
  readonly photos: number;
  readonly entries: number;
}

export function registerBenchCrowd(group: Command, context: CommandContext): void {
  const { crowd: help } = context.messages.help.bench;
  const count = wholeNumber(1, context);
  const command = group
    .command('crowd')
    .description(help.summary)
    .option('--phones <count>', help.phones, count, 2000)
    .option('--seconds <seconds>', help.seconds, wholeNumber(100, context), 300)
    .option('--photos <count>', help.photos, count, 20_000)
    .option('--entries <count>', help.entries, count, 4000)
    .action((options: CrowdCommandOptions) => measure(context, options));
  addExamples(command, context, help.examples);
}

async function measure(context: CommandContext, options: CrowdCommandOptions): Promise<void> {
  const { measureCrowd } = await import('../../../core/index.js');
  const { environment, messages, output, language } = context;
  const report: CrowdReport = await measureCrowd(
    { ...options, environment, start: startMeasured },
    (step) => output.talk(messages.talk.bench.crowdSteps[step]),
  );
  if (context.json) await output.json({ type: 'crowd', ...report });
  else await printPairs(context, crowdPairs(report, messages, createFormat(language)));
}
