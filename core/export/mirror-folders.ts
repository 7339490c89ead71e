import { nameOf } from './paths.js';

/**
 * Where the files of each ingested folder go below an output folder: straight into it when there
 * is one folder, else into one subfolder for each, named after it ("cam-a", "cam-b", and
 * "cam-a-2" where two have the same name). `roots` in a fixed order gives fixed names.
 */
export function mirrorFolders(roots: readonly Uint8Array[]): Buffer[] {
  if (roots.length <= 1) return roots.map(() => Buffer.alloc(0));
  const taken = new Set<string>();
  return roots.map((root) => {
    const name = nameOf(root).toString('latin1') || 'folder';
    let free = name;
    // On most desktops "Cam" and "cam" are one folder.
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${name}-${count}`;
    taken.add(free.toLowerCase());
    return Buffer.from(free, 'latin1');
  });
}
