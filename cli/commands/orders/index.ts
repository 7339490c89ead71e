import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { registerOrdersList } from './list.js';
import { registerOrdersRefund } from './refund.js';
import { registerOrdersShow } from './show.js';

export function registerOrders(program: Command, context: CommandContext): void {
  const group = program
    .command('orders')
    .description(context.messages.orders.help.summary)
    .helpCommand(false);
  registerOrdersList(group, context);
  registerOrdersShow(group, context);
  registerOrdersRefund(group, context);
}
