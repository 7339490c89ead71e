import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import type { OrderRefund } from '../../../core/index.js';
import type { Messages } from '../../messages/messages.js';
import { createFormat, type Format } from '../../terminal/format.js';
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
    output.talk(reportOf(refunded, messages.orders, format));
    if (refunded.state === 'paid') output.talk(messages.orders.refundFollows);
  });
}

function reportOf(
  { outcome, number, amount: given, state }: OrderRefund,
  { refundSent, refundMadeEarlier, sharesMoved, states }: Messages['orders'],
  format: Format,
): string {
  if (outcome === 'shares-only') return sharesMoved(number);
  const say = outcome === 'made' ? refundSent : refundMadeEarlier;
  return say(number, format.money(given, CURRENCY), states[state]);
}
