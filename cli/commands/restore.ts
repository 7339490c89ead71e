import type { Command } from 'commander';
import { chooseEvent } from '../choose-event.js';
import type { CommandContext } from '../context.js';
import { addExamples } from '../help.js';
import { withApp } from '../with-app.js';
import { addEventOption, type EventOption } from './options.js';

export function registerRestore(program: Command, context: CommandContext): void {
  const { help, talk } = context.messages;
  const command = program
    .command('restore')
    .description(help.restore.summary)
    .argument('<photo>', help.photoArgument)
    .action((photo: string, options: EventOption) =>
      withApp(context, async (app) => {
        const event = await chooseEvent(app, options.event, context);
        const restored = await app.restorePhoto({ event, photo });
        const say = restored.was === 'kept' ? talk.tag.alreadyKept : talk.tag.restored;
        if (context.json) await context.output.json(restored);
        else context.output.talk(say(restored.photo));
      }),
    );
  addEventOption(command, context);
  addExamples(command, context, help.restore.examples);
}
