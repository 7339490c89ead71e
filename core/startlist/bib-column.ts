import { parseBibCell } from './parse-bib-cell.js';

export interface BibColumnEvidence {
  /** Share of the filled cells that can be a bib; 1 when none is filled. */
  readonly bibLike: number;
  /** Each line one more than the line before, from 1: a counter of lines rather than bibs. */
  readonly countsLines: boolean;
}

/** What a column's values say about its being the bib. */
export function examineBibColumn(values: readonly string[]): BibColumnEvidence {
  const filled = values.filter((value) => value.trim() !== '');
  const bibs = filled.filter((value) => 'bib' in parseBibCell(value));
  return {
    bibLike: filled.length === 0 ? 1 : bibs.length / filled.length,
    countsLines: filled.length > 1 && filled.every((value, index) => Number(value) === index + 1),
  };
}
