import type { Command } from 'commander';
import type { App, EventEdit, EventEditRequest } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { createFormat } from '../../terminal/format.js';
import { withApp } from '../../with-app.js';
import { printCovers } from './print-covers.js';

type EditOptions = EventEditRequest['details'] & {
  /** True without a photo. */
  readonly cover?: string | true;
  readonly dryRun?: boolean;
};

export function registerEventEdit(group: Command, context: CommandContext): void {
  const { event: help, ingest } = context.messages.help;
  const command = group
    .command('edit')
    .description(help.edit.summary)
    .argument('<event>', help.slug)
    .option('--name <name>', help.edit.name)
    .option('--date <date>', ingest.date)
    .option('--place <place>', ingest.place)
    .option('--sport <sport>', ingest.sport)
    .option('--time-zone <zone>', ingest.timeZone)
    .option('--cover [photo]', help.edit.cover)
    .option('--dry-run', ingest.dryRun)
    .action((named: string, options: EditOptions) =>
      withApp(context, (app) => editEvent(app, named, options, context)),
    );
  addExamples(command, context, help.edit.examples);
}

async function editEvent(
  app: App,
  named: string,
  { dryRun = false, cover, ...details }: EditOptions,
  context: CommandContext,
): Promise<void> {
  const isEmpty = Object.keys(details).length === 0;
  if (cover === true && isEmpty) {
    await printCovers(app, named, context);
    return;
  }
  if (cover === true || (cover === undefined && isEmpty)) {
    const { FocusError } = await import('../../../core/index.js');
    const { nothing, nothingHint, noCover } = context.messages.editing;
    throw cover === true
      ? new FocusError('input', 'event.no-cover', noCover)
      : new FocusError('input', 'event.nothing-to-edit', nothing, { hint: nothingHint });
  }
  const plan = await app.planEventEdit({ event: named, details, cover });
  const event = dryRun ? plan.event : await app.editEvent(plan);
  if (context.json) {
    const { changes, photosRetimed } = plan;
    await context.output.json({ event, changes, photosRetimed, planned: dryRun });
    return;
  }
  for (const line of editLines(plan, context)) context.output.talk(line);
  if (dryRun) context.output.talk(context.messages.editing.dryRun);
}

function editLines(
  { event, changes, photosRetimed }: EventEdit,
  { messages, language }: CommandContext,
): string[] {
  const { editing: words, talk } = messages;
  if (changes.length === 0) return [words.unchanged(event.slug)];
  const { amount } = createFormat(language);
  return [
    ...changes.map(({ field, from, to }) =>
      words.change(field === 'cover' ? words.cover : talk.columns[field], from, to),
    ),
    ...(photosRetimed > 0 ? [words.retimed(amount(photosRetimed))] : []),
  ];
}
