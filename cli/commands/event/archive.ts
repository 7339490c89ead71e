import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { withApp } from '../../with-app.js';

export function registerEventArchive(group: Command, context: CommandContext): void {
  const { messages, output } = context;
  const { event: help } = messages.help;
  const command = group
    .command('archive')
    .description(help.archive.summary)
    .argument('<event>', help.slug)
    .action((named: string) =>
      withApp(context, async (app) => {
        const event = await app.archiveEvent(named);
        if (context.json) await output.json(event);
        else output.talk(messages.talk.event.archived(event.slug));
      }),
    );
  addExamples(command, context, help.archive.examples);
}
