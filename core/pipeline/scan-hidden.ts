import type { ByteName } from './scan-entry.js';

/** What systems leave in folders of photos. */
const SYSTEM_NAMES = new Set([
  'thumbs.db',
  'desktop.ini',
  '__macosx',
  '$recycle.bin',
  'system volume information',
  '.ds_store',
  '.spotlight-v100',
  '.trashes',
  '.fseventsd',
  '.directory',
]);

/** Why the name alone keeps an entry out; undefined for what is looked at. */
export function hiddenBy(name: ByteName): 'system' | 'dot' | undefined {
  // macOS puts "._IMG_1.jpg" beside IMG_1.jpg, for what a card's file system has no place for.
  if (SYSTEM_NAMES.has(name.toLowerCase()) || name.startsWith('._')) return 'system';
  // Unix hides these.
  return name.startsWith('.') ? 'dot' : undefined;
}
