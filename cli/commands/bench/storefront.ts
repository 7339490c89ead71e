import type { Command } from 'commander';
import type { StorefrontReport } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { printPairs } from '../../print-table.js';
import { createFormat } from '../../terminal/format.js';
import { storefrontPairs } from '../../views/bench-views.js';
import { wholeNumber } from '../options.js';
import { startMeasured } from './start-storefront.js';

interface StorefrontCommandOptions {
  readonly photos: number;
  readonly entries: number;
  readonly clients: number;
  readonly rate: number;
  readonly seconds: number;
  readonly selfie?: string;
}

export function registerBenchStorefront(group: Command, context: CommandContext): void {
  const { storefront: help } = context.messages.help.bench;
  const count = wholeNumber(1, context);
  const command = group
    .command('storefront')
    .description(help.summary)
    .option('--photos <count>', help.photos, count, 100_000)
    .option('--entries <count>', help.entries, count, 20_000)
    .option('--clients <count>', help.clients, count, 20)
    .option('--rate <requests>', help.rate, count, 300)
    .option('--seconds <seconds>', help.seconds, count, 60)
    .option('--selfie <picture>', help.selfie)
    .action((options: StorefrontCommandOptions) => measure(context, options));
  addExamples(command, context, help.examples);
}

async function measure(
  context: CommandContext,
  { rate, ...options }: StorefrontCommandOptions,
): Promise<void> {
  const { measureStorefront } = await import('../../../core/index.js');
  const { environment, messages, output, language } = context;
  const report: StorefrontReport = await measureStorefront(
    { ...options, perSecond: rate, environment, start: startMeasured },
    (step) => output.talk(messages.talk.bench.storefrontSteps[step]),
  );
  if (context.json) await output.json({ type: 'storefront', ...report });
  else await printPairs(context, storefrontPairs(report, messages, createFormat(language)));
}
