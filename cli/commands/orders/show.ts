import type { Command } from 'commander';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { printPairs, printTable } from '../../print-table.js';
import { createFormat } from '../../terminal/format.js';
import {
  documentColumns,
  noticeColumns,
  orderedPhotoColumns,
  orderPairs,
  packLineColumns,
} from '../../views/order-views.js';
import { withApp } from '../../with-app.js';

export function registerOrdersShow(group: Command, context: CommandContext): void {
  const { messages, language, output } = context;
  const { help } = messages.orders;
  const command = group
    .command('show')
    .description(help.show.summary)
    .argument('<order>', help.number)
    .action((number: string) =>
      withApp(context, async (app) => {
        const shown = await app.showOrder(number);
        if (context.json) {
          await output.json(shown);
          return;
        }
        const format = createFormat(language);
        await printPairs(context, orderPairs(shown, messages, format));
        await output.line('');
        await printTable(context, shown.order.lines, packLineColumns(messages, format), '');
        await output.line('');
        await printTable(context, shown.photos, orderedPhotoColumns(messages), '');
        if (shown.notices.length > 0) {
          await output.line('');
          await printTable(context, shown.notices, noticeColumns(messages), '');
        }
        if (shown.documents.length > 0) {
          await output.line('');
          await printTable(context, shown.documents, documentColumns(messages, format), '');
        }
      }),
    );
  addExamples(command, context, help.show.examples);
}
