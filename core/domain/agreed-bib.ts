import type { Bib } from './ids.js';

/**
 * Whom photos of one person show, as their tags have it: the bib on at least half of those that have
 * any, and on more of them than any other. Undefined where they do not agree.
 *
 * @param bibsOfPhotos of each photo the bibs in it
 */
export function agreedBib(bibsOfPhotos: readonly (readonly Bib[])[]): Bib | undefined {
  const tagged = bibsOfPhotos.filter(({ length }) => length > 0);
  const counts = new Map<Bib, number>();
  for (const bibs of tagged)
    for (const bib of new Set(bibs)) counts.set(bib, (counts.get(bib) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, one], [, other]) => other - one);
  if (first === undefined || 2 * first[1] < tagged.length) return undefined;
  return first[1] === second?.[1] ? undefined : first[0];
}
