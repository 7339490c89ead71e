import type { Command } from 'commander';
import type { Entry } from '../../../core/index.js';
import { chooseEvent } from '../../choose-event.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import type { Messages } from '../../messages/messages.js';
import { printTable } from '../../print-table.js';
import { createFormat } from '../../terminal/format.js';
import type { Column } from '../../terminal/table.js';
import { withApp } from '../../with-app.js';
import { addEventOption, wholeNumber, type EventOption } from '../options.js';

interface ShowOptions extends EventOption {
  readonly bib?: string;
  readonly name?: string;
  readonly race?: string;
  readonly limit: number;
}

const DEFAULT_LIMIT = 1000;

export function registerStartListShow(group: Command, context: CommandContext): void {
  const { help } = context.messages;
  const command = group
    .command('show')
    .description(help.startList.show.summary)
    .option('--bib <bib>', help.startList.show.bib)
    .option('--name <name>', help.startList.show.name)
    .option('--race <race>', help.startList.show.race)
    .option('--limit <count>', help.limit, wholeNumber(1, context), DEFAULT_LIMIT)
    .action((options: ShowOptions) => showEntries(context, options));
  addEventOption(command, context);
  addExamples(command, context, help.startList.show.examples);
}

async function showEntries(context: CommandContext, options: ShowOptions): Promise<void> {
  const { messages, output, language } = context;
  await withApp(context, async (app) => {
    const event = await chooseEvent(app, options.event, context);
    const { bib, name, race, limit } = options;
    const { entries, total } = await app.showStartList({ event, bib, name, race, limit });
    await printTable(context, entries, entryColumns(messages), messages.talk.noEntries);
    if (entries.length < total) {
      const { count, amount } = createFormat(language);
      output.talk(messages.startList.shown(count(entries.length), amount(total)));
    }
  });
}

function entryColumns({ talk: { columns } }: Messages): Column<Entry>[] {
  return [
    { title: columns.bib, align: 'right', cell: (entry) => entry.bib },
    { title: columns.lastName, flexible: true, cell: (entry) => entry.lastName },
    { title: columns.firstName, cell: (entry) => entry.firstName },
    { title: columns.race, cell: (entry) => entry.race },
    { title: columns.category, cell: (entry) => entry.category ?? '' },
    { title: columns.club, cell: (entry) => entry.club ?? '' },
  ];
}
