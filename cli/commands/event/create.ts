import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { withApp } from '../../with-app.js';
import { addEventDetails, type EventDetailOptions } from './details.js';

export function registerEventCreate(group: Command, context: CommandContext): void {
  const { create: help } = context.messages.help.event;
  const command = group
    .command('create')
    .description(help.summary)
    .argument('<name>', help.name)
    .action((name: string, details: EventDetailOptions) =>
      withApp(context, async (app) => {
        const event = await app.createEvent({ ...details, name });
        if (context.json) {
          await context.output.json(event);
          return;
        }
        context.output.talk(context.messages.talk.event.created(event.slug));
        await context.output.line(event.slug);
      }),
    );
  addEventDetails(command, context);
  addExamples(command, context, help.examples);
}
