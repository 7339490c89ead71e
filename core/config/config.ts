import { resolve } from 'node:path';
import { FocusError } from '../errors.js';
import { readSettingsFile, writeSettingsFile } from './config-file.js';
import { createDataHome, type DataHome } from './data-home.js';
import { readEnvironment, type Environment } from './environment.js';
import { findProjectFile } from './project-file.js';
import { redact } from './redact.js';
import {
  checkSettingKey,
  checkValue,
  placeOf,
  type GivenSetting,
  type SettingSource,
} from './setting-source.js';
import {
  factsOf,
  SETTING_KEYS,
  settingsSchema,
  type SettingKey,
  type Settings,
} from './settings.js';

export interface ConfigPlaces {
  /** Options of the command line that were given, by the name of their setting. */
  readonly flags: Readonly<Partial<Record<SettingKey, unknown>>>;
  readonly env: Environment;
  readonly workingFolder: string;
  readonly home: DataHome;
}

export interface Config {
  readonly settings: Settings;
  readonly sources: Readonly<Record<SettingKey, SettingSource>>;
}

/** One setting as a person may see it. */
export interface DescribedSetting {
  readonly key: SettingKey;
  /** Without the password of a secret; what holds instead where nothing is set. */
  readonly value: string;
  readonly source: SettingSource;
  /** The source in words: "default", "DATABASE_URL", "/home/lea/race/focusracer.json". */
  readonly place: string;
}

/**
 * Flags win over the environment, then the project's focusracer.json, then the
 * user's config.json, then the defaults.
 * FocusError `config` for an unknown key, a bad value or an unreadable file.
 */
export function readConfig(places: ConfigPlaces): Config {
  const given = new Map<SettingKey, GivenSetting>();
  for (const setting of readAll(places)) given.set(setting.key, setting);
  const values = Object.fromEntries([...given.values()].map(({ key, value }) => [key, value]));
  const sourceOf = (key: SettingKey): SettingSource =>
    given.get(key)?.source ?? { kind: 'default' };
  return {
    settings: settingsSchema.parse(values),
    // Object.fromEntries forgets its keys; these are all of them.
    sources: Object.fromEntries(SETTING_KEYS.map((key) => [key, sourceOf(key)])) as Record<
      SettingKey,
      SettingSource
    >,
  };
}

export function describeConfig({ settings, sources }: Config): DescribedSetting[] {
  return SETTING_KEYS.map((key) => {
    const facts = factsOf(key);
    const value = settings[key];
    const text = value === undefined ? (facts.unset ?? '') : String(value);
    return {
      key,
      value: facts.isSecret === true && value !== undefined ? redact(text) : text,
      source: sources[key],
      place: placeOf(sources[key]),
    };
  });
}

/** Checks and saves a setting in the user's file. A relative folder is relative to `workingFolder`. */
export function setConfig(
  home: DataHome,
  name: string,
  text: string,
  workingFolder: string,
): GivenSetting {
  const key = checkSettingKey(name, 'config set');
  const given = checkValue(key, text, { kind: 'user', path: home.configFile });
  const value =
    factsOf(key).isPath === true ? resolve(workingFolder, String(given.value)) : given.value;
  createDataHome(home);
  writeSettingsFile(home.configFile, key, value);
  return { ...given, value };
}

/** Removes a setting from the user's file. FocusError `not-found` `config.not-set` where it does not have it. */
export function unsetConfig(home: DataHome, name: string): void {
  const key = checkSettingKey(name, 'config unset');
  const isSet = readSettingsFile(home.configFile, 'user').some((setting) => setting.key === key);
  if (!isSet) {
    throw new FocusError(
      'not-found',
      'config.not-set',
      `${key} is not set in ${home.configFile}.`,
      {
        hint: 'focusracer config list shows where each value comes from.',
      },
    );
  }
  writeSettingsFile(home.configFile, key, undefined);
}

/** From the weakest to the strongest: later ones replace earlier ones. */
function readAll({ flags, env, workingFolder, home }: ConfigPlaces): GivenSetting[] {
  const projectFile = findProjectFile(workingFolder);
  return [
    ...readSettingsFile(home.configFile, 'user'),
    ...(projectFile === undefined ? [] : readSettingsFile(projectFile, 'project')),
    ...readEnvironment(env, workingFolder),
    ...readFlags(flags, workingFolder),
  ];
}

function readFlags(flags: ConfigPlaces['flags'], workingFolder: string): GivenSetting[] {
  return SETTING_KEYS.filter((key) => flags[key] !== undefined).map((key) => {
    const given = checkValue(key, flags[key], { kind: 'flag' });
    return factsOf(key).isPath === true
      ? { ...given, value: resolve(workingFolder, String(given.value)) }
      : given;
  });
}
