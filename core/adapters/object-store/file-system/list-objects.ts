import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectInfo } from '../../../ports/object-store.js';
import { hasSystemCode } from '../../../platform/system-error.js';

/** Objects below `root` whose key begins with the prefix, ordered by key; objects deleted meanwhile are left out. */
export async function* listObjects(root: string, prefix: string): AsyncGenerator<ObjectInfo> {
  const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  yield* walk(root, folder, prefix);
}

async function* walk(root: string, folder: string, prefix: string): AsyncGenerator<ObjectInfo> {
  for (const key of await keysIn(root, folder)) {
    if (!key.startsWith(prefix)) continue;
    if (key.endsWith('/')) {
      yield* walk(root, key, prefix);
      continue;
    }
    const found = await stat(join(root, key)).catch(absent);
    if (found !== undefined) yield { key, bytes: found.size };
  }
}

/** Folders end in "/", which also puts them where their objects' keys belong: "a.jpg" before "a/b.jpg". */
async function keysIn(root: string, folder: string): Promise<string[]> {
  const entries: Dirent[] =
    (await readdir(join(root, folder), { withFileTypes: true }).catch(absent)) ?? [];
  const keys = entries.map((entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`);
  // By code unit, as object stores in the cloud do, not by the language of the machine.
  return keys.sort();
}

function absent(error: unknown): undefined {
  if (hasSystemCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
  throw error;
}
