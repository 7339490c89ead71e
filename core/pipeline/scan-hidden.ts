import type { ByteName } from './scan-entry.js';

/** What systems leave in folders of photos. Unix hides names that begin with a dot. */
const SYSTEM_NAMES = new Set([
  'thumbs.db',
  'desktop.ini',
  '__macosx',
  '$recycle.bin',
  'system volume information',
]);

export function isHidden(name: ByteName): boolean {
  return name.startsWith('.') || SYSTEM_NAMES.has(name.toLowerCase());
}
