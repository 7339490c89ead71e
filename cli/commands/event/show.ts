import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { createFormat } from '../../terminal/format.js';
import { eventLines } from '../../views/event-views.js';
import { withApp } from '../../with-app.js';

export function registerEventShow(group: Command, context: CommandContext): void {
  const { messages, language, output } = context;
  const { event: help } = messages.help;
  const command = group
    .command('show')
    .description(help.show.summary)
    .argument('<event>', help.slug)
    .action((event: string) =>
      withApp(context, async (app) => {
        const counted = await app.showEvent(event);
        if (context.json) {
          await output.json(counted);
          return;
        }
        const lines = eventLines(counted, messages, createFormat(language));
        for (const line of lines) await output.line(line);
      }),
    );
  addExamples(command, context, help.show.examples);
}
