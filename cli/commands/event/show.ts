import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { withApp } from '../../with-app.js';
import { sayIfPaused } from '../../say-if-paused.js';
import { printEvent } from './print-event.js';

export function registerEventShow(group: Command, context: CommandContext): void {
  const { event: help } = context.messages.help;
  const command = group
    .command('show')
    .description(help.show.summary)
    .argument('<event>', help.slug)
    .action((event: string) =>
      withApp(context, async (app) => {
        await printEvent(await app.showEvent(event), context);
        await sayIfPaused(app, context);
      }),
    );
  addExamples(command, context, help.show.examples);
}
