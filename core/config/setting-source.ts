import { FocusError } from '../errors.js';
import { factsOf, SETTING_KEYS, settingKey, settingsSchema, type SettingKey } from './settings.js';

/** Where a value comes from. */
export type SettingSource =
  | { readonly kind: 'flag' }
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'project'; readonly path: string }
  | { readonly kind: 'user'; readonly path: string }
  | { readonly kind: 'default' };

/** A value somebody gave, checked. */
export interface GivenSetting {
  readonly key: SettingKey;
  readonly value: string | number;
  readonly source: SettingSource;
}

export function placeOf(source: SettingSource): string {
  switch (source.kind) {
    case 'flag':
      return 'the command line';
    case 'environment':
      return source.name;
    case 'project':
    case 'user':
      return source.path;
    case 'default':
      return 'default';
  }
}

/** FocusError `config.bad-value`, `input` for a flag and `config` elsewhere, with the key, the place and what may stand there. */
export function checkValue(key: SettingKey, value: unknown, source: SettingSource): GivenSetting {
  const checked = settingsSchema.shape[key].safeParse(value);
  if (checked.success && checked.data !== undefined) return { key, value: checked.data, source };
  const { allowed, isSecret } = factsOf(key);
  const shown = isSecret === true ? 'the value' : JSON.stringify(value);
  const kind = source.kind === 'flag' ? 'input' : 'config';
  throw new FocusError(
    kind,
    'config.bad-value',
    `${key} in ${placeOf(source)}: ${shown} is not ${allowed}.`,
    {
      hint: `Set ${key} to ${allowed}, or remove it.`,
    },
  );
}

/** FocusError `config` `config.unknown-key` with the settings there are. */
export function checkSettingKey(name: string, place: string): SettingKey {
  const key = settingKey(name);
  if (key !== undefined) return key;
  throw new FocusError(
    'config',
    'config.unknown-key',
    `There is no setting "${name}" (${place}).`,
    {
      hint: `The settings are ${SETTING_KEYS.join(', ')}.`,
    },
  );
}
