import type { FieldChoices } from './fields.js';
import { CLARITY } from './header-words.js';
import { foldHeader, type HeaderMatcher } from './match-header.js';
import type { TableRow } from './table.js';

/** Titles, logos' texts and dates above a header fill fewer lines than this. */
const SEARCHED_ROWS = 40;
/** The bib and one more field, be it the vaguest: "N°;Nom". A title with "dossards" in it has less. */
const HEADER_SCORE = 1.5;

/**
 * The row that holds the headers: the first that has the bib column a person has named, now
 * or for an earlier file, else
 * the first that names a bib and another field, so that a second, richer header further down
 * does not put the runners above it out of sight. Where no row names a bib: the one with the
 * most cells that name a field, the first of equals. Undefined when no row names anything:
 * then the list begins at once with runners.
 */
export function findHeaderRow(
  rows: readonly TableRow[],
  match: HeaderMatcher,
  choices: FieldChoices,
): TableRow | undefined {
  const chosen = new Set(Object.values(choices).map(foldHeader).filter(isHeaderText));
  const searched = rows.slice(0, SEARCHED_ROWS);
  const scoreOf = (row: TableRow): number =>
    row.cells.reduce((sum, cell) => sum + weigh(cell, match, chosen), 0);
  const bib = foldHeader(choices.bib ?? '');
  return (
    searched.find(
      (row) => isHeaderText(bib) && row.cells.some((cell) => foldHeader(cell) === bib),
    ) ??
    searched.find((row) => namesBib(row, match) && scoreOf(row) >= HEADER_SCORE) ??
    bestRow(searched, scoreOf)
  );
}

function namesBib(row: TableRow, match: HeaderMatcher): boolean {
  return row.cells.some((cell) => match(cell)?.means === 'bib');
}

function bestRow(
  rows: readonly TableRow[],
  scoreOf: (row: TableRow) => number,
): TableRow | undefined {
  let best: TableRow | undefined;
  let bestScore = 0;
  for (const row of rows) {
    const score = scoreOf(row);
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
