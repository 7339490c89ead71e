import { parseBib } from './bib.js';
import type { Bib } from './ids.js';

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Every bib that one slip of the finger or the reader makes of this one: a character changed, left
 * out or added, or two neighbours swapped (Damerau's edit distance of 1). A bib of digits stays one of
 * digits, except for a letter in front, which start lists and prints disagree about. A few hundred,
 * so that each is looked up in an index instead of comparing every bib of the event.
 */
export function nearbyBibs(bib: Bib): Bib[] {
  const isDigits = /^\d+$/.test(bib);
  const alphabet = isDigits ? DIGITS : DIGITS + LETTERS;
  const texts = new Set(isDigits ? Array.from(LETTERS, (letter) => letter + bib) : []);
  const characters = Array.from(bib);
  for (let at = 0; at <= characters.length; at += 1) {
    const before = characters.slice(0, at).join('');
    const after = characters.slice(at + 1).join('');
    const [here = '', next = ''] = characters.slice(at, at + 2);
    texts.add(before + after);
    if (next !== '') texts.add(before + next + here + characters.slice(at + 2).join(''));
    for (const character of alphabet) {
      texts.add(before + character + after);
      texts.add(before + character + here + after);
    }
  }
  return [...texts].flatMap((text) => {
    const nearby = parseBib(text);
    return nearby === undefined || nearby === bib ? [] : [nearby];
  });
}
