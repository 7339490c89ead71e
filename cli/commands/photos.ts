import { Option, type Command } from 'commander';
import type { PhotoStatus } from '../../core/index.js';
import type { CommandContext } from '../context.js';
import { addExamples } from '../help.js';
import { printTable } from '../print-table.js';
import { createFormat } from '../terminal/format.js';
import { photoColumns } from '../views/photo-views.js';
import { actOnEvent } from './act-on-event.js';
import { addEventOption, wholeNumber, type EventOption } from './options.js';

interface PhotosOptions extends EventOption {
  readonly status?: PhotoStatus;
  readonly bib?: string;
  readonly tagged?: 'yes' | 'no' | 'orphan';
  readonly limit?: number;
}

export function registerPhotos(program: Command, context: CommandContext): void {
  const { messages } = context;
  const { help } = messages;
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
    .action(
      actOnEvent(context, async (app, event, options: PhotosOptions) => {
        const { status, bib, tagged, limit } = options;
        const photos = app.listPhotos({ event: event.slug, status, bib, tagged, limit });
        const columns = photoColumns(messages, createFormat(context.language), event.timeZone);
        await printTable(context, photos, columns, messages.talk.noPhotos);
      }),
    );
  addEventOption(command, context);
  addExamples(command, context, help.photos.examples);
}
