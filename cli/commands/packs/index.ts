import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { registerPacksAdd } from './add.js';
import { registerPackCodes } from './codes.js';
import { registerPacksList } from './list.js';
import { registerPacksRemove } from './remove.js';
import { registerPacksSuggest } from './suggest.js';

export function registerPacks(program: Command, context: CommandContext): void {
  const group = program
    .command('packs')
    .description(context.messages.packs.help.summary)
    .helpCommand(false);
  registerPacksList(group, context);
  registerPacksAdd(group, context);
  registerPacksRemove(group, context);
  registerPacksSuggest(group, context);
  registerPackCodes(group, context);
}
