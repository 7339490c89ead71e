import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { FocusError } from '../errors.js';
import { hasSystemCode } from '../platform/system-error.js';
import { checkSettingKey, checkValue, type GivenSetting } from './setting-source.js';
import { factsOf } from './settings.js';

export const PROJECT_FILE_NAME = 'focusracer.json';

const contentSchema = z.record(z.string(), z.unknown());
type Content = z.infer<typeof contentSchema>;

/** The nearest focusracer.json in the folder or above it. */
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

/** The settings of a file, checked; none where there is no file. */
export function readSettingsFile(path: string, kind: 'project' | 'user'): GivenSetting[] {
  const source = { kind, path } as const;
  return Object.entries(readContent(path)).map(([name, value]) => {
    const given = checkValue(checkSettingKey(name, path), value, source);
    const isPath = factsOf(given.key).isPath === true;
    return isPath ? { ...given, value: resolve(dirname(path), String(given.value)) } : given;
  });
}

/** Sets, or with `undefined` removes, one key; the file is replaced whole, for its owner alone. */
export function writeSettingsFile(
  path: string,
  key: string,
  value: string | number | undefined,
): void {
  const others = Object.entries(readContent(path)).filter(([name]) => name !== key);
  const content = Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(draft, path);
  } catch (cause) {
    rmSync(draft, { force: true });
    if (hasSystemCode(cause, 'ENOSPC', 'EDQUOT')) {
      throw new FocusError(
        'unavailable',
        'config.disk-full',
        `The disk that holds ${path} is full; nothing was changed.`,
        { cause },
      );
    }
    throw new FocusError(
      'config',
      'config.not-writable',
      `${path} cannot be written: ${String(cause)}`,
      {
        hint: 'Give your user the right to write there, or point FOCUSRACER_HOME at another folder.',
        cause,
      },
    );
  }
}

function readContent(path: string): Content {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    if (hasSystemCode(cause, 'ENOENT')) return {};
    throw new FocusError(
      'config',
      'config.not-readable',
      `${path} cannot be read: ${String(cause)}`,
      {
        hint: 'Give your user the right to read it.',
        cause,
      },
    );
  }
  try {
    // Editors on Windows put a byte order mark first, which JSON does not allow.
    return contentSchema.parse(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (cause) {
    const reason = cause instanceof SyntaxError ? cause.message : 'expected an object of settings';
    throw new FocusError(
      'config',
      'config.bad-file',
      `${path} is not a settings file: ${reason}.`,
      {
        hint: 'It holds one JSON object, such as {"workers": 4}.',
        cause,
      },
    );
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
