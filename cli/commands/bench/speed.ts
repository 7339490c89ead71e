import { availableParallelism } from 'node:os';
import { Option, type Command } from 'commander';
import type { FacesMode } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { printPairs } from '../../print-table.js';
import { createFormat } from '../../terminal/format.js';
import { speedPairs } from '../../views/bench-views.js';
import { wholeNumber } from '../options.js';

interface SpeedCommandOptions {
  readonly workers: number;
  readonly faces: FacesMode;
}

export function registerBenchSpeed(group: Command, context: CommandContext): void {
  const { ingest, bench } = context.messages.help;
  const command = group
    .command('speed')
    .description(bench.speed.summary)
    .argument('<folder>', bench.speed.folder)
    .addOption(
      new Option('--workers <count>', ingest.workers)
        .argParser(wholeNumber(1, context))
        .default(availableParallelism(), ''),
    )
    .addOption(
      new Option('--faces <mode>', ingest.faces)
        .choices(['off', 'detect', 'index'] satisfies FacesMode[])
        .default('index' satisfies FacesMode),
    )
    .action((folder: string, options: SpeedCommandOptions) => measure(context, folder, options));
  addExamples(command, context, bench.speed.examples);
}

async function measure(
  context: CommandContext,
  folder: string,
  { workers, faces }: SpeedCommandOptions,
): Promise<void> {
  const { measureSpeed } = await import('../../../core/index.js');
  const { environment, messages, output, language } = context;
  const report = await measureSpeed({ folder, workers, faces, environment });
  if (context.json) await output.json({ type: 'speed', ...report });
  else await printPairs(context, speedPairs(report, messages, createFormat(language)));
}
