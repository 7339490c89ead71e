import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { createFormat } from '../../terminal/format.js';
import { withApp } from '../../with-app.js';

interface RefundOptions {
  readonly amount?: string;
  readonly reason?: string;
  readonly dryRun?: boolean;
}

/** Orders are in euros alone. */
const CURRENCY = 'EUR';

export function registerOrdersRefund(group: Command, context: CommandContext): void {
  const { help } = context.messages.orders;
  const command = group
    .command('refund')
    .description(help.refund.summary)
    .argument('<order>', help.number)
    .option('--amount <amount>', help.refund.amount)
    .option('--reason <text>', help.refund.reason)
    .option('--dry-run', help.refund.dryRun)
    .action((order: string, options: RefundOptions) => refund(order, options, context));
  addExamples(command, context, help.refund.examples);
}

async function refund(
  order: string,
  { amount: typed, reason = '', dryRun = false }: RefundOptions,
  context: CommandContext,
): Promise<void> {
  const { messages, output, language } = context;
  const format = createFormat(language);
  const { readPrice } = await import('../../../core/index.js');
  const amount = typed === undefined ? undefined : readPrice(typed);
  await withApp(context, async (app) => {
    if (dryRun) {
      const planned = await app.planRefund({ order, amount, reason });
      if (context.json) await output.json({ ...planned, planned: true });
      else {
        const { number, amount: given, fee } = planned;
        output.talk(
          messages.orders.wouldRefund(
            number,
            format.money(given, CURRENCY),
            format.money(fee, CURRENCY),
          ),
        );
      }
      return;
    }
    const refunded = await app.refundOrder({ order, amount, reason });
    if (context.json) {
      await output.json(refunded);
      return;
    }
    const { number, amount: given, state } = refunded;
    const { refundSent, refundFollows, states } = messages.orders;
    output.talk(refundSent(number, format.money(given, CURRENCY), states[state]));
    if (state === 'paid') output.talk(refundFollows);
  });
}
