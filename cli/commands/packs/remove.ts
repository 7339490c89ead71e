import type { Command } from 'commander';
import { chooseEvent } from '../../choose-event.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { createFormat } from '../../terminal/format.js';
import { namePack } from '../../views/pack-views.js';
import { withApp } from '../../with-app.js';
import { addEventOption, type EventOption } from '../options.js';

interface RemoveOptions extends EventOption {
  readonly dryRun?: boolean;
}

export function registerPacksRemove(group: Command, context: CommandContext): void {
  const { messages, output, language } = context;
  const { help } = messages.packs;
  const command = group
    .command('remove')
    .description(help.remove.summary)
    .argument('<pack>', help.pack)
    .option('--dry-run', help.dryRun)
    .action((wanted: string, { event: named, dryRun = false }: RemoveOptions) =>
      withApp(context, async (app) => {
        const event = await chooseEvent(app, named, context);
        const pack = await app.findPack({ event, pack: wanted });
        if (!dryRun) await app.removePack(pack);
        const say = dryRun ? messages.packs.wouldRemove : messages.packs.removed;
        if (context.json) await output.json({ ...pack, removed: !dryRun });
        else output.talk(say(...namePack(pack, messages, createFormat(language))));
      }),
    );
  addEventOption(command, context);
  addExamples(command, context, help.remove.examples);
}
