import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { printTable } from '../../print-table.js';
import { faceColumns, faceRows } from '../../views/bench-views.js';
import { createPhotoCounter } from './count-photos.js';
import { withEngine } from './with-engine.js';

export function registerBenchFaces(group: Command, context: CommandContext): void {
  const { messages, output } = context;
  const { faces: help } = messages.help.bench;
  const command = group
    .command('faces')
    .description(help.summary)
    .argument('<folder>', help.folder)
    .action((folder: string) =>
      withEngine(context, async (engine) => {
        const { measureFaces } = await import('../../../core/index.js');
        const report = await measureFaces(folder, engine, createPhotoCounter(context));
        if (context.json) await output.json({ type: 'faces', ...report });
        else await printTable(context, faceRows(report), faceColumns(messages), '');
      }),
    );
  addExamples(command, context, help.examples);
}
