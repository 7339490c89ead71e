import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../cli/messages/language.js';

describe('the language', () => {
  it.each([
    [['--lang', 'fr'], {}, 'fr'],
    [['status', '--lang=fr'], { LANG: 'en_GB.UTF-8' }, 'fr'],
    [['--lang', 'en'], { LANG: 'fr_FR.UTF-8' }, 'en'],
    [['--lang', 'fr', '--lang=en'], {}, 'en'],
    [[], { FOCUSRACER_LANGUAGE: 'fr', LANG: 'en_US.UTF-8' }, 'fr'],
    [[], { LANG: 'fr_CA.UTF-8' }, 'fr'],
    [[], { LC_ALL: 'C', LANG: 'fr_FR.UTF-8' }, 'en'],
    [[], { LC_ALL: '', LC_MESSAGES: 'fr_FR', LANG: 'de_DE' }, 'fr'],
    [[], { LANG: 'de_DE.UTF-8' }, 'en'],
    [['--lang', 'tlh'], { LANG: 'fr_FR.UTF-8' }, 'fr'],
    [['--lang'], {}, 'en'],
    [[], {}, 'en'],
  ] as const)('of %j with %j is %s', (argv, environment, language) => {
    expect(detectLanguage(argv, environment)).toBe(language);
  });

  it('is the configured one where none is asked for', () => {
    const configured = () => 'fr';
    expect(detectLanguage([], { LANG: 'en_GB.UTF-8' }, configured)).toBe('fr');
    expect(detectLanguage([], { FOCUSRACER_LANGUAGE: 'en' }, configured)).toBe('en');
    expect(detectLanguage(['--lang', 'en'], {}, configured)).toBe('en');
  });
});
