import type { Command } from 'commander';
import { chooseEvent } from '../../choose-event.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { printTable } from '../../print-table.js';
import { createFormat } from '../../terminal/format.js';
import { packColumns } from '../../views/pack-views.js';
import { withApp } from '../../with-app.js';
import { addEventOption, type EventOption } from '../options.js';

export function registerPacksList(group: Command, context: CommandContext): void {
  const { messages, language } = context;
  const { list: help } = messages.packs.help;
  const command = group
    .command('list')
    .description(help.summary)
    .action((options: EventOption) =>
      withApp(context, async (app) => {
        const event = await chooseEvent(app, options.event, context);
        const columns = packColumns(messages, createFormat(language));
        await printTable(context, await app.listPacks(event), columns, messages.packs.none);
      }),
    );
  addEventOption(command, context);
  addExamples(command, context, help.examples);
}
