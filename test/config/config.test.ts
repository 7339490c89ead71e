import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  describeConfig,
  readConfig,
  setConfig,
  unsetConfig,
  type ConfigPlaces,
} from '../../core/config/config.js';
import { locateDataHome, type DataHome } from '../../core/config/data-home.js';
import { SETTING_KEYS } from '../../core/config/settings.js';

let folder: string;
let project: string;
let home: DataHome;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'));
  project = join(folder, 'race', 'day one');
  mkdirSync(project, { recursive: true });
  home = locateDataHome({ FOCUSRACER_HOME: join(folder, 'home') });
  mkdirSync(home.root);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const writeUserFile = (content: unknown) => {
  writeFileSync(home.configFile, JSON.stringify(content));
};
const writeProjectFile = (content: unknown) => {
  writeFileSync(join(folder, 'race', 'focusracer.json'), JSON.stringify(content));
};
const read = (places: Partial<ConfigPlaces> = {}) =>
  readConfig({ flags: {}, env: {}, workingFolder: project, home, ...places });

describe('readConfig', () => {
  it('needs nothing: every setting has a default or may be absent', () => {
    const { settings, sources } = read();
    expect(settings).toMatchObject({
      engine: 'local',
      blurThreshold: 30,
      nearDuplicateDistance: 5,
      similarityThreshold: 85,
      faceRetentionDays: 90,
    });
    expect(settings.databaseUrl).toBeUndefined();
    for (const key of SETTING_KEYS) expect(sources[key]).toEqual({ kind: 'default' });
  });

  it('lets flags win over the environment, the project, the user and the default', () => {
    const env = { FOCUSRACER_BLUR_THRESHOLD: '3' };
    writeUserFile({ blurThreshold: 1 });
    expect(read().settings.blurThreshold).toBe(1);
    writeProjectFile({ blurThreshold: 2.5 });
    expect(read().settings.blurThreshold).toBe(2.5);
    expect(read({ env }).settings.blurThreshold).toBe(3);
    expect(read({ env, flags: { blurThreshold: 4 } }).settings.blurThreshold).toBe(4);
  });

  it('knows where each value comes from', () => {
    writeUserFile({ faceRetentionDays: 10 });
    writeProjectFile({ watermarkText: 'Léa' });
    const { sources } = read({ env: { DATABASE_URL: 'postgres://h/d' }, flags: { workers: '3' } });
    expect(sources).toMatchObject({
      faceRetentionDays: { kind: 'user', path: home.configFile },
      watermarkText: { kind: 'project', path: join(folder, 'race', 'focusracer.json') },
      databaseUrl: { kind: 'environment', name: 'DATABASE_URL' },
      workers: { kind: 'flag' },
      engine: { kind: 'default' },
    });
  });

  it('reads a secret from the file that NAME_FILE names', () => {
    const secret = join(folder, 'secret');
    writeFileSync(secret, 'postgres://u:p@h/d\n');
    const { settings, sources } = read({ env: { DATABASE_URL_FILE: secret } });
    expect(settings.databaseUrl).toBe('postgres://u:p@h/d');
    expect(sources.databaseUrl).toEqual({ kind: 'environment', name: 'DATABASE_URL_FILE' });
  });

  it('refuses NAME beside NAME_FILE, and a NAME_FILE that is not there', () => {
    const both = { DATABASE_URL: 'postgres://h/d', DATABASE_URL_FILE: '/x' };
    expect(() => read({ env: both })).toThrow(
      expect.objectContaining({ kind: 'config', code: 'config.set-twice' }),
    );
    expect(() => read({ env: { DATABASE_URL_FILE: join(folder, 'none') } })).toThrow(
      expect.objectContaining({ kind: 'config', code: 'config.not-readable' }),
    );
  });

  it('takes an empty variable for none', () => {
    expect(
      read({ env: { FOCUSRACER_WORKERS: '', DATABASE_URL: '' } }).settings.workers,
    ).toBeUndefined();
  });

  it('takes a relative folder to be relative to the place it is written in', () => {
    expect(read({ env: { FOCUSRACER_OBJECTS: 'pictures' } }).settings.objects).toBe(
      join(project, 'pictures'),
    );
    writeProjectFile({ objects: 'pictures' });
    expect(read().settings.objects).toBe(join(folder, 'race', 'pictures'));
  });

  it('names the key, the place and what is allowed when a value is bad', () => {
    writeProjectFile({ workers: 'many' });
    expect(() => read()).toThrow(
      expect.objectContaining({
        kind: 'config',
        code: 'config.bad-value',
        message: `workers in ${join(folder, 'race', 'focusracer.json')}: "many" is not a whole number from 1 to 256.`,
      }),
    );
  });

  it('blames the command line, not the configuration, for a bad flag', () => {
    expect(() => read({ flags: { workers: '0' } })).toThrow(
      expect.objectContaining({ kind: 'input', code: 'config.bad-value' }),
    );
  });

  it.each([
    ['workers', '1.5'],
    ['workers', ''],
    ['workers', null],
    ['workers', '0x4'],
    ['blurThreshold', 'NaN'],
    ['blurThreshold', -1],
    ['engine', 'cloud'],
    ['language', 'de'],
    ['watermarkText', '  '],
    ['databaseUrl', 'mysql://h/d'],
    ['similarityThreshold', true],
  ])('refuses %s: %j', (key, value) => {
    writeUserFile({ [key]: value });
    expect(() => read()).toThrow(expect.objectContaining({ code: 'config.bad-value' }));
  });

  it('lists the settings there are when it meets another', () => {
    writeUserFile({ worker: 3 });
    expect(() => read()).toThrow(
      expect.objectContaining({
        code: 'config.unknown-key',
        message: expect.stringContaining('"worker"'),
        hint: expect.stringContaining('workers'),
      }),
    );
  });

  it.each(['', '{', '[]', '"x"', 'null'])(
    'says that a file holding %j is no settings file',
    (text) => {
      writeFileSync(home.configFile, text);
      expect(() => read()).toThrow(
        expect.objectContaining({
          kind: 'config',
          code: 'config.bad-file',
          message: expect.stringContaining(home.configFile),
        }),
      );
    },
  );

  it('never repeats a secret in an error', () => {
    expect(() => read({ env: { DATABASE_URL: 'mysql://u:hunter2@h/d' } })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });
});

describe('describeConfig', () => {
  it('shows every setting, with its place and without passwords', () => {
    const described = describeConfig(
      read({ env: { DATABASE_URL: 'postgres://u:hunter2@h:5432/d?sslpassword=hunter2' } }),
    );
    expect(described.map(({ key }) => key)).toEqual([...SETTING_KEYS]);
    expect(JSON.stringify(described)).not.toContain('hunter2');
    expect(described[0]).toMatchObject({
      key: 'databaseUrl',
      value: 'postgres://u:***@h:5432/d?sslpassword=***',
      place: 'DATABASE_URL',
    });
  });

  it.each(['1#hunter2', '1/hunter2', '1?hunter2', '1/a/hunter2', 'p@ss/hunter2', 'p#hunter2'])(
    'hides a url whose password %s was not escaped',
    (password) => {
      const env = { DATABASE_URL: `postgres://u:${password}@h:5432/d` };
      expect(JSON.stringify(describeConfig(read({ env })))).not.toContain('hunter2');
    },
  );

  it('says what holds where nothing is set', () => {
    const workers = describeConfig(read()).find(({ key }) => key === 'workers');
    expect(workers).toMatchObject({ value: 'one per core', place: 'default' });
  });
});

describe('setConfig and unsetConfig', () => {
  it('save a checked value for later runs, in a file for its owner alone', () => {
    setConfig(home, 'blur-threshold', '12', project);
    setConfig(home, 'workers', '3', project);
    expect(read().settings).toMatchObject({ blurThreshold: 12, workers: 3 });
    expect(JSON.parse(readFileSync(home.configFile, 'utf8'))).toEqual({
      blurThreshold: 12,
      workers: 3,
    });
    expect(statSync(home.configFile).mode & 0o777).toBe(0o600);
    unsetConfig(home, 'workers');
    expect(read().settings.workers).toBeUndefined();
    expect(read().settings.blurThreshold).toBe(12);
  });

  it('keep a relative folder relative to where it was set', () => {
    setConfig(home, 'objects', 'pictures', project);
    expect(read().settings.objects).toBe(join(project, 'pictures'));
  });

  it('make the data home at first use', () => {
    rmSync(home.root, { recursive: true });
    setConfig(home, 'language', 'fr', project);
    expect(read().settings.language).toBe('fr');
  });

  it('refuse what readConfig would refuse, and change nothing', () => {
    setConfig(home, 'workers', '3', project);
    expect(() => setConfig(home, 'workers', 'x', project)).toThrow(
      expect.objectContaining({ code: 'config.bad-value' }),
    );
    expect(() => setConfig(home, 'worker', '3', project)).toThrow(
      expect.objectContaining({ code: 'config.unknown-key' }),
    );
    expect(() => {
      unsetConfig(home, 'language');
    }).toThrow(expect.objectContaining({ kind: 'not-found', code: 'config.not-set' }));
    expect(read().settings.workers).toBe(3);
  });
});

describe('locateDataHome', () => {
  it('follows FOCUSRACER_HOME and otherwise the platform', () => {
    expect(locateDataHome({ FOCUSRACER_HOME: '/srv/races' })).toMatchObject({
      root: '/srv/races',
      postgres: '/srv/races/postgres',
    });
    expect(locateDataHome({}).root).toMatch(/focusracer/);
  });

  it.skipIf(process.getuid?.() === 0)('says who may not write there', () => {
    chmodSync(folder, 0o500);
    const closed = locateDataHome({ FOCUSRACER_HOME: join(folder, 'closed') });
    expect(() => setConfig(closed, 'workers', '3', project)).toThrow(
      expect.objectContaining({ kind: 'config', code: 'home.not-writable' }),
    );
    chmodSync(folder, 0o700);
  });
});
