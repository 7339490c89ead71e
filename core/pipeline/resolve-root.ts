import { realpath } from 'node:fs/promises';
import { FocusError } from '../errors.js';

/** The folder's one absolute name, whatever links and dots led to it. */
export async function resolveRoot(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (cause) {
    throw new FocusError('not-found', 'scan.no-folder', `There is no folder ${folder}`, {
      hint: 'Check the spelling, and that the card or disk is connected.',
      cause,
    });
  }
}
