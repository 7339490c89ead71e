import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FocusError } from '../errors.js';
import { checkValue, type GivenSetting } from './setting-source.js';
import { factsOf, SETTING_KEYS } from './settings.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of the environment, each as NAME or, for secrets kept in files, NAME_FILE. An empty variable is none. */
export function readEnvironment(env: Environment, workingFolder: string): GivenSetting[] {
  return SETTING_KEYS.flatMap((key) => {
    const { environment, isPath } = factsOf(key);
    const found = readVariable(env, environment);
    if (found === undefined) return [];
    const given = checkValue(key, found.text, { kind: 'environment', name: found.name });
    return isPath === true
      ? { ...given, value: resolve(workingFolder, String(given.value)) }
      : given;
  });
}

function readVariable(env: Environment, name: string): { name: string; text: string } | undefined {
  const fileVariable = `${name}_FILE`;
  const text = env[name] ?? '';
  const file = env[fileVariable] ?? '';
  if (text !== '' && file !== '') {
    throw new FocusError(
      'config',
      'config.set-twice',
      `Both ${name} and ${fileVariable} are set.`,
      { hint: 'Keep one of them.' },
    );
  }
  if (text !== '') return { name, text };
  if (file === '') return undefined;
  try {
    return { name: fileVariable, text: readFileSync(file, 'utf8').trim() };
  } catch (cause) {
    throw new FocusError(
      'config',
      'config.not-readable',
      `${fileVariable} names a file that cannot be read: ${String(cause)}`,
      {
        hint: `Make ${file} readable for your user, or set ${name}.`,
        cause,
      },
    );
  }
}
