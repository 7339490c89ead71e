import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { registerPublish } from '../publish.js';
import { registerEventArchive } from './archive.js';
import { registerEventCreate } from './create.js';
import { registerEventDelete } from './delete.js';
import { registerEventEdit } from './edit.js';
import { registerEventList } from './list.js';
import { registerEventShow } from './show.js';

export function registerEvent(program: Command, context: CommandContext): void {
  const group = program
    .command('event')
    .description(context.messages.help.event.summary)
    .helpCommand(false);
  registerEventCreate(group, context);
  registerEventList(group, context);
  registerEventShow(group, context);
  registerEventEdit(group, context);
  registerPublish(group, context);
  registerEventArchive(group, context);
  registerEventDelete(group, context);
}
