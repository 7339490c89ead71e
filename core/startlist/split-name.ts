/** Which of the two names comes first in a column that holds both. */
export type NameOrder = 'last-first' | 'first-last';

export interface PersonName {
  readonly firstName: string;
  readonly lastName: string;
}

export interface SplitName extends PersonName {
  readonly order: NameOrder;
}

/** Words that belong to the family name after them: "DE LA FONTAINE", "van der Berg". */
const PARTICLES = new Set(
  (
    'de du des d la le les l van von der den ter ten te zu zur vom di da dal dalla della del dello degli dei do dos das ' +
    'el al af av bin ben ibn st ste saint sainte mac mc'
  ).split(' '),
);

/** McDONALD, MacLEOD, DiMARIA, O'BRIEN and STRAßE are in capitals as names go. */
const CAPITALS = /^(?:Mc|Mac|Fitz|De|Di|Du|La|Le|Van|Von)?[\p{Lu}\p{M}ß'’.-]+$/u;

/**
 * Splits "DUPONT Jean", "Jean DE LA FONTAINE" and "Dupont, Jean" by their form; with an
 * order, also names that are all in one case. What cannot be split with certainty stays
 * whole, as the last name.
 */
export function splitName(name: string, order: NameOrder | undefined): PersonName {
  const byForm = splitByForm(name);
  if (byForm !== undefined) return { firstName: byForm.firstName, lastName: byForm.lastName };
  const words = wordsOf(name);
  if (words.length < 2 || order === undefined) return { firstName: '', lastName: words.join(' ') };
  const cut = order === 'last-first' ? familyLength(words) : 1;
  const [left, right] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
  if (order === 'first-last') return { firstName: left, lastName: right };
  return { lastName: left, firstName: right };
}

/** The split that capitals or a comma give, whatever the column's order; undefined where they give none. */
export function splitByForm(name: string): SplitName | undefined {
  return splitAtComma(name) ?? splitByCapitals(wordsOf(name));
}

export function wordsOf(name: string): readonly string[] {
  return name.split(/\s+/).filter((word) => word !== '');
}

function splitAtComma(name: string): SplitName | undefined {
  const [last = '', first = '', ...more] = name.split(',').map((part) => wordsOf(part).join(' '));
  if (last === '' || first === '' || more.length > 0) return undefined;
  return { lastName: last, firstName: first, order: 'last-first' };
}

function splitByCapitals(words: readonly string[]): SplitName | undefined {
  const capital = words.map(isInCapitals);
  const first = capital.indexOf(true);
  const last = capital.lastIndexOf(true);
  if (first < 0) return undefined;
  // "von" in "Karl von MOLTKE" belongs to the capitals after it.
  let start = first;
  while (start > 0 && isParticle(words[start - 1])) start -= 1;
  const inside = words.slice(first, last + 1);
  if (!inside.every((word) => isInCapitals(word) || isParticle(word))) return undefined;
  const family = words.slice(start, last + 1).join(' ');
  const given = [...words.slice(0, start), ...words.slice(last + 1)].join(' ');
  if (given === '') return undefined;
  return { lastName: family, firstName: given, order: start === 0 ? 'last-first' : 'first-last' };
}

/** At least two capital letters: an initial says nothing. */
function isInCapitals(word: string): boolean {
  return CAPITALS.test(word) && (word.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

function isParticle(word: string | undefined): boolean {
  return word !== undefined && PARTICLES.has(word.toLowerCase().replace(/['’.]/g, ''));
}

/** One word, with the particles before it. */
function familyLength(words: readonly string[]): number {
  const named = words.findIndex((word) => !isParticle(word));
  return Math.min(named < 0 ? 1 : named + 1, words.length - 1);
}
