import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { FocusError } from '../errors.js';

const PROJECT_FILE_NAME = 'focusracer.json';

/** The nearest focusracer.json in the folder or above it. FocusError `config` for a stranger's file. */
export function findProjectFile(folder: string): string | undefined {
  for (let path = resolve(folder); ; path = dirname(path)) {
    const file = join(path, PROJECT_FILE_NAME);
    if (existsSync(file)) {
      refuseStrangersFile(file);
      return file;
    }
    if (path === dirname(path)) return undefined;
  }
}

/** In a shared folder such as /tmp anybody could otherwise choose where our photos go. */
function refuseStrangersFile(file: string): void {
  const user = process.getuid?.();
  const owner = statSync(file).uid;
  if (user === undefined || user === 0 || owner === user || owner === 0) return;
  throw new FocusError(
    'config',
    'config.strangers-file',
    `${file} belongs to another user of this machine.`,
    {
      hint: 'Move it away, take it over (chown), or work in another folder.',
    },
  );
}
