import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { registerMailsList } from './list.js';
import { registerMailsRetry } from './retry.js';

export function registerMails(program: Command, context: CommandContext): void {
  const group = program
    .command('mails')
    .description(context.messages.mails.help.summary)
    .helpCommand(false);
  registerMailsList(group, context);
  registerMailsRetry(group, context);
}
