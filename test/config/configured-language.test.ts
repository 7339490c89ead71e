import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configuredLanguage } from '../../core/configured-language.js';

let folder: string;
let race: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'focusracer-language-'));
  race = join(folder, 'race');
  mkdirSync(race);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const read = () => configuredLanguage({ FOCUSRACER_HOME: folder }, () => race);

describe('the configured language', () => {
  it('is that of the project, else that of the user', () => {
    expect(read()).toBeUndefined();
    writeFileSync(join(folder, 'config.json'), '{"language": "fr"}');
    expect(read()).toBe('fr');
    writeFileSync(join(race, 'focusracer.json'), '\uFEFF{"language": "en"}');
    expect(read()).toBe('en');
    writeFileSync(join(race, 'focusracer.json'), '{"workers": 2}');
    expect(read()).toBe('fr');
  });

  it.each(['{', '[]', 'null', '{"language": 7}'])('is none in %s', (text) => {
    writeFileSync(join(folder, 'config.json'), text);
    expect(read()).toBeUndefined();
  });
});
