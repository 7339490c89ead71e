import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { printTable } from '../../print-table.js';
import { createFormat } from '../../terminal/format.js';
import { payoutColumns } from '../../views/order-views.js';
import { withApp } from '../../with-app.js';

export function registerPayouts(program: Command, context: CommandContext): void {
  const { messages, language } = context;
  const { payouts: help } = messages.orders.help;
  const command = program
    .command('payouts')
    .description(help.summary)
    .argument('[event]', help.event)
    .action((event: string | undefined) =>
      withApp(context, async (app) => {
        const columns = payoutColumns(messages, createFormat(language));
        const payouts = await app.showPayouts(event);
        await printTable(context, payouts, columns, messages.orders.nothingSold);
      }),
    );
  addExamples(command, context, help.examples);
}
