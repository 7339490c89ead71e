import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { FocusError } from '../errors.js';
import { hasSystemCode } from '../platform/system-error.js';
import { checkSettingKey, checkValue, type GivenSetting } from './setting-source.js';
import { factsOf } from './settings.js';

const contentSchema = z.record(z.string(), z.unknown());
type Content = z.infer<typeof contentSchema>;

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
