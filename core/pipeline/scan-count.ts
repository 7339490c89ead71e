import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hiddenBy } from './scan-hidden.js';

/**
 * How many files a scan will find, about: an estimate for progress, made without looking at the
 * files themselves. Links and unreadable folders count as nothing.
 */
export async function countFiles(root: string): Promise<number> {
  let count = 0;
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await entriesOf(folder)) {
      if (hiddenBy(entry.name) !== undefined) continue;
      if (entry.isDirectory()) folders.push(join(folder, entry.name));
      else if (entry.isFile()) count += 1;
    }
  }
  return count;
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
