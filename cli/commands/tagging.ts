import type { Command } from 'commander';
import { chooseEvent } from '../choose-event.js';
import type { CommandContext } from '../context.js';
import { addExamples } from '../help.js';
import { withApp } from '../with-app.js';
import { addEventOption, type EventOption } from './options.js';

/** `tag` and `untag`: what a person says of one photo and one bib. */
export function registerTagging(program: Command, context: CommandContext): void {
  const { help, talk } = context.messages;

  const tag = program
    .command('tag')
    .description(help.tag.summary)
    .argument('<photo>', help.photoArgument)
    .argument('<bib>', help.bibArgument)
    .action((photo: string, bib: string, options: EventOption) =>
      withApp(context, async (app) => {
        const event = await chooseEvent(app, options.event, context);
        const change = await app.tagPhoto({ event, photo, bib });
        const say = change.changed ? talk.tag.tagged : talk.tag.alreadyTagged;
        if (context.json) await context.output.json(change);
        else context.output.talk(say(change.photo, change.bib));
      }),
    );
  addEventOption(tag, context);
  addExamples(tag, context, help.tag.examples);

  const untag = program
    .command('untag')
    .description(help.untag.summary)
    .argument('<photo>', help.photoArgument)
    .argument('<bib>', help.bibArgument)
    .action((photo: string, bib: string, options: EventOption) =>
      withApp(context, async (app) => {
        const event = await chooseEvent(app, options.event, context);
        const change = await app.untagPhoto({ event, photo, bib });
        const say = change.changed ? talk.tag.untagged : talk.tag.notTagged;
        if (context.json) await context.output.json(change);
        else context.output.talk(say(change.photo, change.bib));
      }),
    );
  addEventOption(untag, context);
  addExamples(untag, context, help.untag.examples);
}
