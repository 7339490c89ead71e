import type { ReadCharacter } from './text-ctc.js';

/** What one look at a crop gave, or several looks agreed on. */
export interface Opinion {
  readonly characters: readonly ReadCharacter[];
  /** 0 to 1. */
  readonly weakest: number;
}

export function opinionOf(read: readonly ReadCharacter[]): Opinion {
  const characters = read
    .filter(({ character }) => character.trim() !== '')
    .map((seen) => ({ ...seen, character: seen.character.toUpperCase() }));
  return { characters, weakest: Math.min(1, ...characters.map(({ probability }) => probability)) };
}

export function textOf(opinion: Opinion): string {
  return opinion.characters.map(({ character }) => character).join('');
}

/**
 * What several looks at the same text agree on: the text that most of them read, as its
 * surest reader saw it. Where no two agree, the first one's text, no surer than the least
 * sure of them. Over a hundred uncertain readings of seven races, three looks agreed on
 * nearly every right one and on half of the wrong ones.
 */
export function agreeOn(first: Opinion, others: readonly Opinion[]): Opinion {
  const all = [first, ...others];
  const supporters = all.map((opinion) => all.filter((other) => textOf(other) === textOf(opinion)));
  const [most = []] = supporters.toSorted((a, b) => b.length - a.length);
  if (most.length < 2) return { ...first, weakest: Math.min(...all.map(({ weakest }) => weakest)) };
  return most.reduce((best, opinion) => (opinion.weakest > best.weakest ? opinion : best));
}
