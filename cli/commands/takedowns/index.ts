import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { registerTakeDownsAccept } from './accept.js';
import { registerTakeDownsList } from './list.js';
import { registerTakeDownsUndo } from './undo.js';

export function registerTakeDowns(program: Command, context: CommandContext): void {
  const group = program
    .command('takedowns')
    .description(context.messages.takeDowns.help.summary)
    .helpCommand(false);
  registerTakeDownsList(group, context);
  registerTakeDownsAccept(group, context);
  registerTakeDownsUndo(group, context);
}
