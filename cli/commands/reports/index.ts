import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { registerReportsDone } from './done.js';
import { registerReportsList } from './list.js';

export function registerReports(program: Command, context: CommandContext): void {
  const group = program
    .command('reports')
    .description(context.messages.reports.help.summary)
    .helpCommand(false);
  registerReportsList(group, context);
  registerReportsDone(group, context);
}
