import { realpath } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { FocusError } from '../errors.js';
import { undefinedIfMissing } from './write-atomically.js';

/**
 * The absolute path of a folder to write copies into. FocusError `input` where it holds, or lies
 * in, a folder of originals: a copy could then take the place of its original.
 */
export async function outputFolder(out: string, roots: readonly Uint8Array[]): Promise<string> {
  const folder = await realPathOf(resolve(out));
  for (const root of roots) {
    const originals = await realPathOf(Buffer.from(root).toString());
    if (contains(folder, originals) || contains(originals, folder)) {
      throw new FocusError(
        'input',
        'export.among-originals',
        `${out} is, holds or lies in the folder of the originals`,
        {
          hint: `Name a folder of its own with --out, outside ${originals}.`,
        },
      );
    }
  }
  return folder;
}

/** Of a folder that may not exist yet: the real path of what exists, and the rest as it is. */
async function realPathOf(path: string): Promise<string> {
  const real = await realpath(path).catch(undefinedIfMissing);
  if (real !== undefined) return real;
  const parent = resolve(path, '..');
  return parent === path ? path : join(await realPathOf(parent), basename(path));
}

function contains(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
