import type { Command } from 'commander';
import type { AccuracyReport } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { printTable } from '../../print-table.js';
import { accuracyColumns, accuracyRows } from '../../views/bench-views.js';
import { createPhotoCounter } from './count-photos.js';
import { withEngine } from './with-engine.js';

export function registerBenchAccuracy(group: Command, context: CommandContext): void {
  const { accuracy: help } = context.messages.help.bench;
  const command = group
    .command('accuracy')
    .description(help.summary)
    .argument('<folder>', help.folder)
    .action((folder: string) =>
      withEngine(context, async (engine) => {
        const { measureAccuracy } = await import('../../../core/index.js');
        await print(await measureAccuracy(folder, engine, createPhotoCounter(context)), context);
      }),
    );
  addExamples(command, context, help.examples);
}

async function print(report: AccuracyReport, context: CommandContext): Promise<void> {
  const { output, messages } = context;
  if (context.json) {
    await output.json({ type: 'accuracy', ...report });
    return;
  }
  await printTable(context, accuracyRows(report, messages), accuracyColumns(messages), '');
  const cost = report.cpuMillisecondsPerPhoto.toFixed(0);
  await output.line(messages.talk.bench.engine(report.engine, cost));
}
