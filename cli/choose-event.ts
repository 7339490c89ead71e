import type { App } from '../core/index.js';
import type { CommandContext } from './context.js';

/** The event a person named, or the only one there is: most photographers have one at hand. */
export async function chooseEvent(
  app: App,
  named: string | undefined,
  { messages }: CommandContext,
): Promise<string> {
  if (named !== undefined) return named;
  const { FocusError } = await import('../core/index.js');
  const { event: words } = messages.talk;
  const events = await app.listEvents();
  const [only, second] = events;
  if (only === undefined) {
    throw new FocusError('not-found', 'event.none', words.noneYet, { hint: words.noneYetHint });
  }
  if (second !== undefined) {
    const hint = words.severalHint(events.map(({ slug }) => slug).join(', '));
    throw new FocusError('input', 'event.several', words.several, { hint });
  }
  return only.slug;
}
