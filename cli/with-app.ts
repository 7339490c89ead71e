import type { App, OpenOptions } from '../core/index.js';
import type { CommandContext } from './context.js';

/**
 * Opens the core with the settings given as options, uses it and closes it, whatever happens.
 * Loaded here, so that `--help` waits for nothing it does not need.
 */
export async function withApp<T>(
  context: CommandContext,
  use: (app: App) => Promise<T>,
  flags: NonNullable<OpenOptions['flags']> = {},
): Promise<T> {
  const { openApp } = await import('../core/index.js');
  const { environment } = context;
  const app = await openApp({ environment, workingFolder: process.cwd(), flags });
  try {
    return await use(app);
  } finally {
    await app.close();
  }
}
