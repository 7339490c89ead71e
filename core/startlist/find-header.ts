import type { FieldChoices } from './fields.js';
import { CLARITY } from './header-words.js';
import { foldHeader, type HeaderMatcher } from './match-header.js';
import type { TableRow } from './table.js';

/** Titles, logos' texts and dates above a header fill fewer lines than this. */
const SEARCHED_ROWS = 40;

/**
 * The row that holds the headers: the one with the most cells that name a field, or that a
 * person has named in a choice; the first of equals. Title rows above it name none or one.
 * Undefined when no row names anything: then the list begins at once with runners.
 */
export function findHeaderRow(
  rows: readonly TableRow[],
  match: HeaderMatcher,
  choices: FieldChoices,
): TableRow | undefined {
  const chosen = new Set(Object.values(choices).map(foldHeader).filter(isHeaderText));
  let best: TableRow | undefined;
  let bestScore = 0;
  for (const row of rows.slice(0, SEARCHED_ROWS)) {
    const score = row.cells.reduce((sum, cell) => sum + weigh(cell, match, chosen), 0);
    // One vague word ("Land", "G") is a header only where headers are expected.
    const isEnough = score >= 1 || row === rows[0];
    if (isEnough && score > bestScore) {
      best = row;
      bestScore = score;
    }
  }
  return best;
}

function isHeaderText(folded: string): boolean {
  return folded !== '' && !/^no \d+$/.test(folded);
}

function weigh(cell: string, match: HeaderMatcher, chosen: ReadonlySet<string>): number {
  if (cell.trim() === '') return 0;
  // A person's word outweighs a row of title words.
  if (chosen.has(foldHeader(cell))) return 10;
  const found = match(cell);
  if (found === undefined) return 0;
  return found.clarity >= CLARITY.partial ? 1 : 0.5;
}
