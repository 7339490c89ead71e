import { Option, type Command } from 'commander';
import type { PhotoStatus } from '../../core/index.js';
import { chooseEvent } from '../choose-event.js';
import type { CommandContext } from '../context.js';
import { addExamples } from '../help.js';
import { printTable } from '../print-table.js';
import { createFormat } from '../terminal/format.js';
import { photoColumns } from '../views/photo-views.js';
import { withApp } from '../with-app.js';
import { addEventOption, namedEvent, wholeNumber, type EventOption } from './options.js';

interface PhotosOptions extends EventOption {
  readonly status?: PhotoStatus;
  readonly bib?: string;
  readonly tagged?: 'yes' | 'no' | 'orphan';
  readonly limit?: number;
}

export function registerPhotos(program: Command, context: CommandContext): void {
  const { help } = context.messages;
  const command = program
    .command('photos')
    .description(help.photos.summary)
    .argument('[event]', help.eventChoice)
    .addOption(
      new Option('--status <status>', help.photos.status).choices([
        'kept',
        'near-duplicate',
        'blurry',
      ] satisfies PhotoStatus[]),
    )
    .option('--bib <bib>', help.photos.bib)
    .addOption(new Option('--tagged <which>', help.photos.tagged).choices(['yes', 'no', 'orphan']))
    .option('--limit <count>', help.limit, wholeNumber(1, context))
    .action(async (positional: string | undefined, options: PhotosOptions) =>
      listPhotos(context, await namedEvent(positional, options, context), options),
    );
  addEventOption(command, context);
  addExamples(command, context, help.photos.examples);
}

async function listPhotos(
  context: CommandContext,
  named: string | undefined,
  { status, bib, tagged, limit }: PhotosOptions,
): Promise<void> {
  const { messages } = context;
  await withApp(context, async (app) => {
    const { event } = await app.showEvent(await chooseEvent(app, named, context));
    const photos = app.listPhotos({ event: event.slug, status, bib, tagged, limit });
    const columns = photoColumns(messages, createFormat(context.language), event.timeZone);
    await printTable(context, photos, columns, messages.talk.noPhotos);
  });
}
