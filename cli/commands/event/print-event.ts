import type { ShownEvent } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';
import { printPairs } from '../../print-table.js';
import { createFormat } from '../../terminal/format.js';
import { eventPairs } from '../../views/event-views.js';

/** One event with all its counts. */
export async function printEvent(counted: ShownEvent, context: CommandContext): Promise<void> {
  if (context.json) {
    await context.output.json(counted);
    return;
  }
  const { details, counts } = eventPairs(counted, context.messages, createFormat(context.language));
  await printPairs(context, details);
  await context.output.line('');
  await printPairs(context, counts, 'right');
}
