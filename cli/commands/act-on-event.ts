import type { App, RaceEvent } from '../../core/index.js';
import { chooseEvent } from '../choose-event.js';
import type { CommandContext } from '../context.js';
import { withApp } from '../with-app.js';
import { namedEvent, type EventOption } from './options.js';

/** An action on one event: that of the first argument or of `--event`, else the only one there is. */
export function actOnEvent<Options extends EventOption>(
  context: CommandContext,
  act: (app: App, event: RaceEvent, options: Options) => Promise<void>,
): (positional: string | undefined, options: Options) => Promise<void> {
  return async (positional, options) => {
    const named = await namedEvent(positional, options, context);
    await withApp(context, async (app) => {
      const { event } = await app.showEvent(await chooseEvent(app, named, context));
      await act(app, event, options);
    });
  };
}
