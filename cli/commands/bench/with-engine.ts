import type { VisionEngine } from '../../../core/index.js';
import type { CommandContext } from '../../context.js';

/** Opens the engine alone: measuring needs no database. */
export async function withEngine<T>(
  { environment }: CommandContext,
  use: (engine: VisionEngine) => Promise<T>,
): Promise<T> {
  const { openEngine } = await import('../../../core/index.js');
  const engine = await openEngine({ environment, workingFolder: process.cwd() });
  try {
    return await use(engine);
  } finally {
    await engine.close();
  }
}
