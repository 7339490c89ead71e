import type { App } from '../core/index.js';
import type { CommandContext } from './context.js';

/**
 * Opens the core, uses it and closes it, whatever happens. Loaded here, so that `--help`
 * waits for nothing it does not need.
 */
export async function withApp<T>(
  context: CommandContext,
  use: (app: App) => Promise<T>,
): Promise<T> {
  const { openApp } = await import('../core/index.js');
  const app = await openApp({ environment: context.environment });
  try {
    return await use(app);
  } finally {
    await app.close();
  }
}
