import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { printTable } from '../../print-table.js';
import { takeDownColumns } from '../../views/take-down-views.js';
import { withApp } from '../../with-app.js';
import { addEventFilter, type EventOption } from '../options.js';

interface ListOptions extends EventOption {
  readonly all?: boolean;
}

export function registerTakeDownsList(group: Command, context: CommandContext): void {
  const { messages } = context;
  const { list: help } = messages.takeDowns.help;
  const command = group
    .command('list')
    .description(help.summary)
    .option('--all', help.all)
    .action(({ event, all = false }: ListOptions) =>
      withApp(context, async (app) => {
        const listed = await app.listTakeDowns({ event, withUndone: all });
        await printTable(context, listed, takeDownColumns(messages), messages.takeDowns.none);
      }),
    );
  addEventFilter(command, context);
  addExamples(command, context, help.examples);
}
