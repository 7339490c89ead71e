import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { printTable } from '../../print-table.js';
import { reportColumns } from '../../views/report-views.js';
import { withApp } from '../../with-app.js';
import { addEventFilter, type EventOption } from '../options.js';

interface ListOptions extends EventOption {
  readonly all?: boolean;
}

export function registerReportsList(group: Command, context: CommandContext): void {
  const { messages } = context;
  const { list: help } = messages.reports.help;
  const command = group
    .command('list')
    .description(help.summary)
    .option('--all', help.all)
    .action(({ event, all = false }: ListOptions) =>
      withApp(context, async (app) => {
        const listed = await app.listWrongMatchReports({ event, withSettled: all });
        await printTable(context, listed, reportColumns(messages), messages.reports.none);
      }),
    );
  addEventFilter(command, context);
  addExamples(command, context, help.examples);
}
