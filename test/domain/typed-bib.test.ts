import { describe, expect, it } from 'vitest';
import { isTypedName, readTypedBib } from '../../core/domain/typed-bib.js';

describe('a bib that somebody typed', () => {
  it.each([
    'n°1204',
    'N° 1204',
    'nº1204',
    '№ 1204',
    '#1204',
    'no. 1204',
    'No 1204',
    'bib 1204',
    'Bib: 1204',
    'bib #1204',
    'dossard 1204',
    'Dossard n°1204',
    'dossard n° : 1204',
    'Numéro 1204',
    ' 1204 ',
    '(1204)',
    '1204.',
    '1204 !',
    '« 1204 »',
    '"1204"',
    'Dupont. 1204. ',
    '１２０４',
    'Dupont 1204',
    "O'Brien 1204",
    'Jean-Luc Martin n° 1204',
    '1204 🏃‍♀️',
    '1️⃣2️⃣0️⃣4️⃣',
    '1204:',
    '1204!!',
    '*1204*',
  ])('is found in "%s"', (text) => {
    expect(readTypedBib(text)).toBe('1204');
  });

  it.each([
    '1204 317',
    '1204, 317',
    '1204;317',
    '1204 & 317',
    '1204 et 317',
    'dossards 1204 317',
    'n°1204 et n°317',
    '1204 / 317',
    '1204 - 317',
  ])('is the first of "%s"', (text) => {
    expect(readTypedBib(text)).toBe('1204');
  });

  it.each([
    ['a 123', 'A123'],
    ['M 10380', 'M10380'],
    ['1234 b', '1234B'],
    ['1234–5', '1234-5'],
    ['007', '007'],
    // No label, but the beginning of a bib.
    ['NO12', 'NO12'],
    ['N12', 'N12'],
    ['bib12', 'BIB12'],
  ])('keeps all of "%s"', (text, bib) => {
    expect(readTypedBib(text)).toBe(bib);
  });

  it.each([
    'dupont',
    'Bib',
    'n°',
    '#',
    '',
    '🏃',
    "' or 1=1; --",
    '<script>alert(1)</script>',
    '<b>1204</b>',
    'alert(1)',
    'https://example.org/events/1204',
    'www.example.org/1204',
    'runner12@example.org',
    '1204=1204',
    '${7*7}',
    '../../12',
    '\0',
    '12\0',
  ])('is not in "%s"', (text) => {
    expect(readTypedBib(text)).toBeUndefined();
  });
});

describe('a name that somebody typed', () => {
  it.each([
    'dupont',
    "O'Brien",
    'Le Goff, Zoé',
    'Jean-Luc',
    'J.P. Martin',
    'Müller 🏃',
    '« Martin »',
    '李',
    'Dupont!',
  ])('is "%s"', (text) => {
    expect(isTypedName(text)).toBe(true);
  });

  it.each(['', '🏃', 'hello!!!', '<script>', 'a@b', 'x://y', "' or 1=1 --", '\0'])(
    'is not "%s"',
    (text) => {
      expect(isTypedName(text)).toBe(false);
    },
  );
});
