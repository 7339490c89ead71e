import { Option, type Command } from 'commander';
import type { OrderState } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { printTable } from '../../print-table.js';
import { createFormat } from '../../terminal/format.js';
import { orderColumns } from '../../views/order-views.js';
import { withApp } from '../../with-app.js';
import { addEventFilter, wholeNumber, type EventOption } from '../options.js';

interface ListOptions extends EventOption {
  readonly state?: OrderState;
  readonly problems?: boolean;
  readonly limit?: number;
}

/** Not imported from core: `--help` would wait for it. */
const STATES = [
  'open',
  'processing',
  'paid',
  'failed',
  'expired',
  'partly-refunded',
  'refunded',
  'disputed',
] as const satisfies readonly OrderState[];

export function registerOrdersList(group: Command, context: CommandContext): void {
  const { messages, language } = context;
  const { list: help } = messages.orders.help;
  const command = group
    .command('list')
    .description(help.summary)
    .addOption(new Option('--state <state>', help.state).choices(STATES))
    .option('--problems', help.problems)
    .option('--limit <count>', help.limit, wholeNumber(1, context))
    .action((options: ListOptions) =>
      withApp(context, async (app) => {
        const event = options.event === undefined ? undefined : await app.showEvent(options.event);
        const listed = app.listOrders({
          eventSlug: event?.event.slug,
          state: options.state,
          onlyProblems: options.problems,
          limit: options.limit,
        });
        const columns = orderColumns(messages, createFormat(language));
        await printTable(context, listed, columns, messages.orders.none);
      }),
    );
  addEventFilter(command, context);
  addExamples(command, context, help.examples);
}
