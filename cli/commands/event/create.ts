import type { Command } from 'commander';
import { chooseTimeZone } from '../../choose-time-zone.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { createFormat } from '../../terminal/format.js';
import { timeDoubtText } from '../../views/time-doubt-text.js';
import { withApp } from '../../with-app.js';
import { addEventDetails, type EventDetailOptions } from './details.js';

export function registerEventCreate(group: Command, context: CommandContext): void {
  const format = createFormat(context.language);
  const { create: help } = context.messages.help.event;
  const command = group
    .command('create')
    .description(help.summary)
    .argument('<name>', help.name)
    .action((name: string, details: EventDetailOptions) =>
      withApp(context, async (app) => {
        const timeZone = await chooseTimeZone(details.timeZone, context);
        const event = await app.createEvent({ ...details, name, timeZone });
        if (context.json) {
          await context.output.json(event);
          return;
        }
        context.output.talk(context.messages.talk.event.created(event.slug));
        const { doubtZone } = await import('../../../core/index.js');
        for (const doubt of doubtZone(event))
          context.output.talk(timeDoubtText(doubt, event.slug, context.messages, format));
        await context.output.line(event.slug);
      }),
    );
  addEventDetails(command, context);
  addExamples(command, context, help.examples);
}
