import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { printTable } from '../../print-table.js';
import { takeDownColumns } from '../../views/take-down-views.js';
import { withApp } from '../../with-app.js';
import { addChoice, type ChoiceOptions } from './choice.js';

interface ListOptions extends ChoiceOptions {
  readonly all?: boolean;
  readonly waiting?: boolean;
}

export function registerTakeDownsList(group: Command, context: CommandContext): void {
  const { messages } = context;
  const { list: help } = messages.takeDowns.help;
  const command = group
    .command('list')
    .description(help.summary)
    .option('--waiting', help.waiting)
    .option('--all', help.all)
    .action(({ event, since, address, all = false, waiting = false }: ListOptions) =>
      withApp(context, async (app) => {
        const scope = all ? 'all' : waiting ? 'waiting' : 'live';
        const listed = await app.listTakeDowns({ event, since, from: address }, scope);
        await printTable(context, listed, takeDownColumns(messages), messages.takeDowns.none);
      }),
    );
  addChoice(command, context);
  addExamples(command, context, help.examples);
}
