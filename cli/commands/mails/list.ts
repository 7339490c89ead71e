import { Option, type Command } from 'commander';
import type { MailState } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { printTable } from '../../print-table.js';
import { createFormat } from '../../terminal/format.js';
import { mailColumns } from '../../views/mail-views.js';
import { withApp } from '../../with-app.js';
import { wholeNumber } from '../options.js';

interface ListOptions {
  readonly state?: MailState;
  readonly addresses?: boolean;
  readonly limit?: number;
}

/** Not imported from core: `--help` would wait for it. */
const STATES = ['queued', 'sent', 'skipped', 'failed'] as const satisfies readonly MailState[];

export function registerMailsList(group: Command, context: CommandContext): void {
  const { messages, language } = context;
  const { list: help } = messages.mails.help;
  const command = group
    .command('list')
    .description(help.summary)
    .addOption(new Option('--state <state>', help.state).choices(STATES))
    .option('--addresses', help.addresses)
    .option('--limit <count>', help.limit, wholeNumber(1, context))
    .action(({ state, addresses = false, limit }: ListOptions) =>
      withApp(context, async (app) => {
        const listed = app.listMails({ state, limit, withAddresses: addresses });
        const columns = mailColumns(messages, createFormat(language));
        await printTable(context, listed, columns, messages.mails.none);
      }),
    );
  addExamples(command, context, help.examples);
}
