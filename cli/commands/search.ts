import { Option, type Command } from 'commander';
import type { App, FacePhoto, RaceEvent, SearchResult } from '../../core/index.js';
import type { CommandContext } from '../context.js';
import { addExamples } from '../help.js';
import { printTable } from '../print-table.js';
import { createFormat } from '../terminal/format.js';
import { facePhotoColumns, taggedPhotoColumns } from '../views/photo-views.js';
import { actOnEvent } from './act-on-event.js';
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
    .action(
      actOnEvent(context, (app, event, options: SearchOptions) =>
        search(app, event, options, context),
      ),
    );
  addEventOption(command, context);
  addExamples(command, context, help.search.examples);
}

async function search(
  app: App,
  event: RaceEvent,
  { bib, name, face, limit }: SearchOptions,
  context: CommandContext,
): Promise<void> {
  const place = { event: event.slug, limit };
  if (face !== undefined) {
    await printFaces(await app.searchByFace({ ...place, picture: face }), event, context);
  } else if (name !== undefined) {
    await printResult(await app.searchByName({ ...place, name }), event, context);
  } else if (bib !== undefined) {
    await printResult(await app.searchByBib({ ...place, bib }), event, context);
  } else {
    const { FocusError } = await import('../../core/index.js');
    throw new FocusError('input', 'search.nothing', context.messages.talk.search.missing);
  }
}

async function printResult(
  result: SearchResult,
  event: RaceEvent,
  context: CommandContext,
): Promise<void> {
  const { messages, output } = context;
  if (context.json) {
    await output.json(result);
    return;
  }
  for (const { bib, race, lastName, firstName } of result.entries) {
    output.talk([bib, lastName, firstName, race].filter((part) => part !== '').join(' '));
  }
  const columns = taggedPhotoColumns(messages, createFormat(context.language), event.timeZone);
  await printTable(context, result.photos, columns, messages.talk.noPhotos);
  if (result.closeBibs.length > 0) {
    output.talk(messages.talk.search.closeBibs(result.closeBibs.join(', ')));
  }
}

async function printFaces(
  photos: readonly FacePhoto[],
  event: RaceEvent,
  context: CommandContext,
): Promise<void> {
  if (context.json) {
    await context.output.json({ photos });
    return;
  }
  const { messages, language } = context;
  const columns = facePhotoColumns(messages, createFormat(language), event.timeZone);
  await printTable(context, photos, columns, messages.talk.noPhotos);
}
