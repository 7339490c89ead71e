import type { Command } from 'commander';
import type { AcceptedTakeDowns } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { createFormat } from '../../terminal/format.js';
import { withApp } from '../../with-app.js';
import { addChoice, chosenOf, type ChoiceOptions } from './choice.js';

interface AcceptOptions extends ChoiceOptions {
  readonly dryRun?: boolean;
}

/** Orders are in euros alone. */
const CURRENCY = 'EUR';

export function registerTakeDownsAccept(group: Command, context: CommandContext): void {
  const { messages, output } = context;
  const { accept: help } = messages.takeDowns.help;
  const command = group
    .command('accept')
    .description(help.summary)
    .argument('[reference]', messages.takeDowns.help.reference)
    .option('--dry-run', messages.takeDowns.help.dryRun)
    .action(async (reference: string | undefined, options: AcceptOptions) => {
      const { dryRun = false } = options;
      const chosen = await chosenOf(reference, options, context);
      await withApp(context, async (app) => {
        if (dryRun) {
          const planned = await app.planAcceptance(chosen);
          if (context.json) await output.json({ ...planned, planned: true });
          else tell(planned, messages.takeDowns.wouldAccept);
          return;
        }
        const accepted = await app.acceptTakeDowns(chosen);
        const { waiting } = accepted.orders === 0 ? { waiting: 0 } : await app.payTakeDownRefunds();
        if (context.json) {
          await output.json({ ...accepted, waiting, planned: false });
          return;
        }
        tell(accepted, messages.takeDowns.accepted);
        const { amount } = createFormat(context.language);
        if (waiting > 0) output.talk(messages.takeDowns.refundsWait(amount(waiting)));
      });
    });
  addChoice(command, context);
  addExamples(command, context, help.examples);

  function tell(
    { requests, photos, orders, refund }: AcceptedTakeDowns,
    say: typeof messages.takeDowns.accepted,
  ): void {
    const { amount, money } = createFormat(context.language);
    if (requests === 0) output.talk(messages.takeDowns.nothingToAccept);
    else output.talk(say(amount(photos), amount(orders), money(refund, CURRENCY)));
  }
}
