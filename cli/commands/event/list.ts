import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { printTable } from '../../print-table.js';
import { createFormat } from '../../terminal/format.js';
import { eventColumns } from '../../views/event-views.js';
import { withApp } from '../../with-app.js';

export function registerEventList(group: Command, context: CommandContext): void {
  const { messages, language } = context;
  const { list: help } = messages.help.event;
  const command = group
    .command('list')
    .description(help.summary)
    .action(() =>
      withApp(context, async (app) => {
        const columns = eventColumns(messages, createFormat(language));
        await printTable(context, await app.showEvents(), columns, messages.talk.noEvents);
      }),
    );
  addExamples(command, context, help.examples);
}
