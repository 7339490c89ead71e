import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { createFormat } from '../../terminal/format.js';
import { withApp } from '../../with-app.js';
import { addChoice, chosenOf, type ChoiceOptions } from './choice.js';

interface UndoOptions extends ChoiceOptions {
  readonly dryRun?: boolean;
}

export function registerTakeDownsUndo(group: Command, context: CommandContext): void {
  const { messages, output } = context;
  const { undo: help } = messages.takeDowns.help;
  const command = group
    .command('undo')
    .description(help.summary)
    .argument('[reference]', messages.takeDowns.help.reference)
    .option('--dry-run', messages.takeDowns.help.dryRun)
    .action(async (reference: string | undefined, options: UndoOptions) => {
      const { dryRun = false } = options;
      const chosen = await chosenOf(reference, options, context);
      await withApp(context, async (app) => {
        const counts = await (dryRun ? app.planUndo(chosen) : app.undoTakeDowns(chosen));
        if (context.json) {
          await output.json({ ...counts, planned: dryRun });
          return;
        }
        const { amount } = createFormat(context.language);
        const words = messages.takeDowns;
        if (counts.requests === 0) output.talk(words.nothingToUndo);
        else output.talk((dryRun ? words.wouldShow : words.shown)(amount(counts.shown)));
        if (counts.stillHidden > 0) output.talk(words.stillHidden(amount(counts.stillHidden)));
      });
    });
  addChoice(command, context);
  addExamples(command, context, help.examples);
}
