import type { Command } from 'commander';
import type { CommandContext } from '../context.js';
import { addExamples } from '../help.js';
import { printTable } from '../print-table.js';
import { createFormat } from '../terminal/format.js';
import { eventColumns } from '../views/event-views.js';
import { withApp } from '../with-app.js';
import { printEvent } from './event/print-event.js';
import { addEventFilter, namedEvent, type EventOption } from './options.js';

export function registerStatus(program: Command, context: CommandContext): void {
  const { status: help } = context.messages.help;
  const command = program
    .command('status')
    .description(help.summary)
    .argument('[event]', context.messages.help.eventFilter)
    .action(async (positional: string | undefined, options: EventOption) =>
      showStatus(context, await namedEvent(positional, options, context)),
    );
  addEventFilter(command, context);
  addExamples(command, context, help.examples);
}

async function showStatus(context: CommandContext, wanted: string | undefined): Promise<void> {
  const { messages, language } = context;
  await withApp(context, async (app) => {
    if (wanted === undefined) {
      const columns = eventColumns(messages, createFormat(language));
      await printTable(context, await app.showEvents(), columns, messages.talk.noEvents);
      return;
    }
    await printEvent(await app.showEvent(wanted), context);
  });
}
