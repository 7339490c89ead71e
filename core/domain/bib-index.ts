import { foldLookalikes, withoutCategoryLetters } from './bib.js';
import type { Bib } from './ids.js';

/** The bibs of a start list, arranged so that no question about a reading walks the list. */
export interface BibIndex {
  readonly size: number;
  /**
   * The bib that a text names: the same text, or the only bib that is the same but for its
   * leading category letters ("M10380" and "10380"). Undefined for none or several.
   */
  named(text: string): Bib | undefined;
  /**
   * Bibs that become the text when characters are missing on the cut sides, the text itself
   * left out. At most `limit`, in no particular order of merit.
   */
  completions(text: string, cut: CutSides, limit: number): readonly Bib[];
  /** Bibs that differ from the text only in letters that look like digits. At most `limit`. */
  lookalikes(text: string, limit: number): readonly Bib[];
  /** Bibs that differ from the text in exactly one character. At most `limit`. */
  substitutions(text: string, limit: number): readonly Bib[];
}

export interface CutSides {
  readonly left: boolean;
  readonly right: boolean;
}

/** Built once per start list: 20,000 bibs take some tens of milliseconds. */
export function buildBibIndex(bibs: Iterable<Bib>): BibIndex {
  const exact = new Map<string, Bib>();
  for (const bib of bibs) exact.set(bib, bib);
  const byDigits = groupBy(exact.values(), (bib) => [withoutCategoryLetters(bib)]);
  const byLooks = groupBy(exact.values(), (bib) => [foldLookalikes(bib)]);
  const forwards = [...exact.keys()].sort();
  const backwards = [...exact.keys()].map(reverse).sort();
  const gapped = groupBy(exact.values(), withOneGap);

  return {
    size: exact.size,
    named(text) {
      const listed = exact.get(text);
      if (listed !== undefined) return listed;
      const alike = byDigits.get(withoutCategoryLetters(text)) ?? [];
      // "M10380" read and only "F10380" listed are two runners: letters may be missing, not different.
      const missing = alike.filter(
        (bib) => withoutCategoryLetters(bib) === bib || withoutCategoryLetters(text) === text,
      );
      return missing.length === 1 ? missing[0] : undefined;
    },
    completions(text, cut, limit) {
      const found: string[] = [];
      if (cut.left && !cut.right)
        found.push(...withPrefix(backwards, reverse(text), limit).map(reverse));
      if (cut.right && !cut.left) found.push(...withPrefix(forwards, text, limit));
      // Cut on both sides leaves too little to go by: there is no unambiguous completion.
      return found.flatMap((bib) => exact.get(bib) ?? []).slice(0, limit);
    },
    lookalikes(text, limit) {
      const alike = byLooks.get(foldLookalikes(text)) ?? [];
      return alike.filter((bib) => bib !== text).slice(0, limit);
    },
    substitutions(text, limit) {
      const found = new Set(withOneGap(text).flatMap((key) => gapped.get(key) ?? []));
      return [...found].filter((bib) => bib !== text).slice(0, limit);
    },
  };
}

function groupBy(bibs: Iterable<Bib>, keysOf: (bib: Bib) => readonly string[]): Map<string, Bib[]> {
  const groups = new Map<string, Bib[]>();
  for (const bib of bibs) {
    for (const key of keysOf(bib)) {
      const group = groups.get(key);
      if (group) group.push(bib);
      else groups.set(key, [bib]);
    }
  }
  return groups;
}

/** "123" gives "?23", "1?3", "12?": two texts share one of these when they differ in one character. */
function withOneGap(text: string): string[] {
  return Array.from(text, (_, at) => `${text.slice(0, at)}?${text.slice(at + 1)}`);
}

/** Longer texts of a sorted list that begin with the prefix. */
function withPrefix(sorted: readonly string[], prefix: string, limit: number): string[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') <= prefix) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; at < sorted.length && found.length < limit; at += 1) {
    const text = sorted[at] ?? '';
    if (!text.startsWith(prefix)) break;
    found.push(text);
  }
  return found;
}

function reverse(text: string): string {
  return Array.from(text).reverse().join('');
}
