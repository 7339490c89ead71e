import type { Command } from 'commander';
import { chooseEvent } from '../../choose-event.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { withApp } from '../../with-app.js';
import { addEventOption, type EventOption } from '../options.js';

export function registerReportsDone(group: Command, context: CommandContext): void {
  const { messages, output } = context;
  const { done: help } = messages.reports.help;
  const command = group
    .command('done')
    .description(help.summary)
    .argument('<photo>', messages.help.photoArgument)
    .argument('<bib>', messages.help.bibArgument)
    .action((photo: string, bib: string, options: EventOption) =>
      withApp(context, async (app) => {
        const event = await chooseEvent(app, options.event, context);
        const change = await app.settleWrongMatch({ event, photo, bib });
        const say = change.changed ? messages.reports.settled : messages.reports.nothing;
        if (context.json) await output.json(change);
        else output.talk(say(change.photo, change.bib));
      }),
    );
  addEventOption(command, context);
  addExamples(command, context, help.examples);
}
