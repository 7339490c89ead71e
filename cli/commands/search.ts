import { Option, type Command } from 'commander';
import type { App, SearchResult } from '../../core/index.js';
import { chooseEvent } from '../choose-event.js';
import type { CommandContext } from '../context.js';
import { addExamples } from '../help.js';
import { printTable } from '../print-table.js';
import { createFormat } from '../terminal/format.js';
import { foundPhotoColumns } from '../views/photo-views.js';
import { withApp } from '../with-app.js';
import { addEventOption, wholeNumber, type EventOption } from './options.js';

interface SearchOptions extends EventOption {
  readonly bib?: string;
  readonly name?: string;
  readonly face?: string;
  readonly limit: number;
}

const DEFAULT_LIMIT = 1000;

export function registerSearch(program: Command, context: CommandContext): void {
  const { help } = context.messages;
  const command = program
    .command('search')
    .description(help.search.summary)
    .argument('[event]', help.eventChoice)
    .addOption(new Option('--bib <bib>', help.search.bib).conflicts(['name', 'face']))
    .addOption(new Option('--name <name>', help.search.name).conflicts('face'))
    .option('--face <picture>', help.search.face)
    .option('--limit <count>', help.limit, wholeNumber(1, context), DEFAULT_LIMIT)
    .action((positional: string | undefined, options: SearchOptions) =>
      search(context, options.event ?? positional, options),
    );
  addEventOption(command, context);
  addExamples(command, context, help.search.examples);
}

async function search(
  context: CommandContext,
  named: string | undefined,
  options: SearchOptions,
): Promise<void> {
  const { messages, output } = context;
  await withApp(context, async (app) => {
    const { event } = await app.showEvent(await chooseEvent(app, named, context));
    const result = await runSearch(app, event.slug, options, context);
    if (context.json) {
      await output.json(result);
      return;
    }
    for (const { bib, race, lastName, firstName } of result.entries) {
      output.talk([bib, lastName, firstName, race].filter((part) => part !== '').join(' '));
    }
    const columns = foundPhotoColumns(messages, createFormat(context.language), event.timeZone);
    await printTable(context, result.photos, columns, messages.talk.noPhotos);
    if (result.closeBibs.length > 0) {
      output.talk(messages.talk.search.closeBibs(result.closeBibs.join(', ')));
    }
  });
}

async function runSearch(
  app: App,
  event: string,
  { bib, name, face, limit }: SearchOptions,
  { messages }: CommandContext,
): Promise<SearchResult> {
  if (bib !== undefined) return app.searchByBib({ event, bib, limit });
  if (name !== undefined) return app.searchByName({ event, name, limit });
  if (face !== undefined) return app.searchByFace({ event, picture: face, limit });
  const { FocusError } = await import('../../core/index.js');
  throw new FocusError('input', 'search.nothing-given', messages.talk.search.missing);
}
