import { realpath } from 'node:fs/promises';
import { rootError } from './root-error.js';

/**
 * The folder's one absolute name, whatever links and dots led to it.
 * @throws FocusError as of `rootError`
 */
export async function resolveRoot(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (cause) {
    throw rootError(folder, cause);
  }
}
