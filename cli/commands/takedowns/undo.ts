import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { withApp } from '../../with-app.js';

export function registerTakeDownsUndo(group: Command, context: CommandContext): void {
  const { messages, output } = context;
  const { undo: help } = messages.takeDowns.help;
  const command = group
    .command('undo')
    .description(help.summary)
    .argument('<reference>', help.reference)
    .action((reference: string) =>
      withApp(context, async (app) => {
        const undone = await app.undoTakeDown(reference);
        const { shown, wasShown } = messages.takeDowns;
        if (context.json) await output.json(undone);
        else
          output.talk(
            (undone.isShown ? shown : wasShown)(undone.file ?? undone.photoId, undone.eventSlug),
          );
      }),
    );
  addExamples(command, context, help.examples);
}
