import type { App } from '../core/index.js';
import type { CommandContext } from './context.js';
import { sellingLines } from './views/selling-lines.js';

/** Says that nothing is sold at the moment, where that is so and a person reads. */
export async function sayIfPaused(
  app: Pick<App, 'showSelling'>,
  context: CommandContext,
): Promise<void> {
  if (context.json) return;
  try {
    const { pause } = await app.showSelling();
    for (const line of sellingLines(pause, context.messages)) await context.output.line(line);
  } catch (error) {
    const { FocusError } = await import('../core/index.js');
    // Nothing can be sold here for another reason: `doctor` and `serve` say which.
    if (!(error instanceof FocusError)) throw error;
  }
}
