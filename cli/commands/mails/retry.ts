import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { printTable } from '../../print-table.js';
import { createFormat } from '../../terminal/format.js';
import { mailColumns } from '../../views/mail-views.js';
import { withApp } from '../../with-app.js';

interface RetryOptions {
  readonly dryRun?: boolean;
}

export function registerMailsRetry(group: Command, context: CommandContext): void {
  const { messages, output, language } = context;
  const { retry: help } = messages.mails.help;
  const command = group
    .command('retry')
    .description(help.summary)
    .argument('[mail]', help.mail)
    .option('--dry-run', help.dryRun)
    .action((wanted: string | undefined, { dryRun = false }: RetryOptions) =>
      withApp(context, async (app) => {
        const format = createFormat(language);
        const failed = await app.findFailedMails(wanted);
        if (dryRun) {
          await printTable(
            context,
            failed,
            mailColumns(messages, format),
            messages.mails.noneFailed,
          );
          return;
        }
        const retried = await app.retryMails(failed);
        if (context.json) await output.json({ retried });
        else if (retried === 0) output.talk(messages.mails.noneFailed);
        else output.talk(messages.mails.retried(format.amount(retried)));
      }),
    );
  addExamples(command, context, help.examples);
}
