import type { Command } from 'commander';
import type { EventDeletion } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import { addExamples } from '../../help.js';
import { createFormat } from '../../terminal/format.js';
import { withApp } from '../../with-app.js';

export function registerEventDelete(group: Command, context: CommandContext): void {
  const { event: help } = context.messages.help;
  const command = group
    .command('delete')
    .description(help.delete.summary)
    .argument('<event>', help.slug)
    .option('--yes', help.delete.yes)
    .option('--dry-run', context.messages.help.ingest.dryRun)
    .action((named: string, options: DeleteOptions) => deleteEvent(context, named, options));
  addExamples(command, context, help.delete.examples);
}

interface DeleteOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

async function deleteEvent(
  context: CommandContext,
  named: string,
  { yes = false, dryRun = false }: DeleteOptions,
): Promise<void> {
  const { messages, output } = context;
  await withApp(context, async (app) => {
    const plan = await app.planEventDeletion(named);
    const { event, counts, objects, objectBytes } = plan;
    for (const line of deletionLines(plan, context)) output.talk(line);
    if (!dryRun) {
      if (!yes) await confirm(event.slug, context);
      await app.deleteEvent(plan);
    }
    const result = { event: event.slug, deleted: !dryRun, counts, objects, objectBytes };
    if (context.json) await output.json(result);
    else if (!dryRun) output.talk(messages.talk.event.deleted(event.slug));
  });
}

function deletionLines(plan: EventDeletion, context: CommandContext): string[] {
  const { event: words } = context.messages.talk;
  const format = createFormat(context.language);
  const { photos, tags, faces, entries } = plan.counts;
  return [
    words.deletion(plan.event.name, plan.event.slug),
    words.deletionCounts(
      format.amount(photos),
      format.amount(tags),
      format.amount(faces),
      format.amount(entries),
    ),
    words.deletionObjects(format.amount(plan.objects), format.bytes(plan.objectBytes)),
    words.deletionSpares,
  ];
}

/** The slug has to be typed: a "y" is typed before it is thought. */
async function confirm(slug: string, context: CommandContext): Promise<void> {
  const { event: words } = context.messages.talk;
  const { FocusError } = await import('../../../core/index.js');
  if (!context.terminal.canAsk) {
    throw new FocusError('input', 'event.delete-unconfirmed', words.deletionRefused, {
      hint: words.deletionNeedsYes,
    });
  }
  const { ask } = await import('../../terminal/ask.js');
  const answer = await ask(words.deletionQuestion(slug), context.interruption);
  if (answer !== slug) {
    throw new FocusError('input', 'event.delete-unconfirmed', words.deletionRefused);
  }
}
