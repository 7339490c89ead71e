import { createHash } from 'node:crypto';
import { nameOf } from './paths.js';

/**
 * Where the files of each ingested folder go below an output folder: straight into it when there
 * is one folder, else into one subfolder for each, named after it ("cam-a", "cam-b"; where
 * several have the same name, each with eight digits of its path's hash: "cam-a-1f0c9d2e"). A name
 * therefore does not depend on the order of the folders.
 */
export function mirrorFolders(roots: readonly Uint8Array[]): Buffer[] {
  if (roots.length <= 1) return roots.map(() => Buffer.alloc(0));
  const names = roots.map((root) => nameOf(root).toString('latin1') || 'folder');
  // On most desktops "Cam" and "cam" are one folder.
  const keys = names.map((name) => name.toLowerCase());
  return names.map((name, index) => {
    const isAlone = keys.filter((key) => key === keys[index]).length === 1;
    const suffix = isAlone ? '' : `-${hashOf(roots[index] ?? Buffer.alloc(0))}`;
    return Buffer.from(name + suffix, 'latin1');
  });
}

function hashOf(path: Uint8Array): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 8);
}
