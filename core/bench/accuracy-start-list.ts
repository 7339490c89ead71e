import { parseBib, withoutCategoryLetters } from '../domain/bib.js';
import type { Bib } from '../domain/ids.js';
import { createRandom } from './random.js';

const OTHERS = 500;
const SEED = 500;
/** After so many draws in a row that are taken already, bibs of that shape have run out. */
const PATIENCE = 100;

/**
 * A start list as an event would have it: all true bibs of a set and 500 random others of
 * the same shapes (letters, digits, leading zeros), a digit longer where a shape runs out.
 * The same for the same bibs, whatever their order.
 */
export function startListFor(bibs: readonly string[]): Bib[] {
  const truth = [...new Set(bibs)].sort();
  const list = truth.flatMap((bib) => parseBib(bib) ?? []);
  const shapes = list.filter((bib) => /\d/.test(bib));
  if (shapes.length === 0) return list;
  const taken = new Set(list.map(withoutCategoryLetters));
  const random = createRandom(SEED);
  let longerBy = 0;
  for (let added = 0, refused = 0; added < OTHERS;) {
    const shape = shapes[Math.floor(random() * shapes.length)] ?? '';
    const other = parseBib(likeShape(shape + '0'.repeat(longerBy), random));
    if (other !== undefined && !taken.has(withoutCategoryLetters(other))) {
      taken.add(withoutCategoryLetters(other));
      list.push(other);
      added += 1;
      refused = 0;
    } else if (++refused === PATIENCE) {
      longerBy += 1;
      refused = 0;
    }
  }
  return list;
}

function likeShape(shape: string, random: () => number): string {
  const first = shape.search(/\d/);
  return Array.from(shape, (character, at) => {
    if (!/\d/.test(character)) return character;
    const leading = at === first && character !== '0';
    return String(leading ? 1 + Math.floor(random() * 9) : Math.floor(random() * 10));
  }).join('');
}
