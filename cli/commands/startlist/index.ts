import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { registerStartListDiff } from './diff.js';
import { registerStartListImport } from './import.js';
import { registerStartListShow } from './show.js';

export function registerStartList(program: Command, context: CommandContext): void {
  const group = program
    .command('startlist')
    .description(context.messages.help.startList.summary)
    .helpCommand(false);
  registerStartListImport(group, context);
  registerStartListShow(group, context);
  registerStartListDiff(group, context);
}
