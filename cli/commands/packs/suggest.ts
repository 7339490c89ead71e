import type { Command } from 'commander';
import { chooseEvent } from '../../choose-event.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { createFormat } from '../../terminal/format.js';
import { namePack } from '../../views/pack-views.js';
import { withApp } from '../../with-app.js';
import { addEventOption, type EventOption } from '../options.js';

interface SuggestOptions extends EventOption {
  readonly dryRun?: boolean;
}

export function registerPacksSuggest(group: Command, context: CommandContext): void {
  const { messages, output, language } = context;
  const { help } = messages.packs;
  const command = group
    .command('suggest')
    .description(help.suggest.summary)
    .option('--dry-run', help.dryRun)
    .action(({ event: named, dryRun = false }: SuggestOptions) =>
      withApp(context, async (app) => {
        const event = await chooseEvent(app, named, context);
        const suggestion = await app.planSuggestedPacks(event);
        const packs = dryRun
          ? suggestion.packs.map((terms) => ({ ...terms, planned: true }))
          : await app.addSuggestedPacks(suggestion);
        const say = dryRun ? messages.packs.wouldAdd : messages.packs.added;
        for (const pack of packs) {
          if (context.json) await output.json(pack);
          else output.talk(say(...namePack(pack, messages, createFormat(language))));
        }
      }),
    );
  addEventOption(command, context);
  addExamples(command, context, help.suggest.examples);
}
