import { parseDelimited } from './parse-delimited.js';
import type { Separator } from './table.js';

const SEPARATORS: readonly Separator[] = [';', '\t', ',', '|'];
const SAMPLE_BYTES = 32 * 1024;

/**
 * The separator under which the rows agree best on their number of cells, quotes
 * respected. A list of bibs alone has none: then a comma, which splits nothing.
 * Excel's own first line `sep=;` decides.
 */
export function detectSeparator(text: Buffer): Separator {
  const declared = /^sep=([;,|\t])\r?$/im.exec(text.subarray(0, 16).toString('latin1'))?.[1];
  const sample = wholeLines(text);
  let best: Separator = ',';
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    if (separator === declared) return separator;
    const score = agreement(sample, separator);
    if (score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

function wholeLines(text: Buffer): Buffer {
  if (text.length <= SAMPLE_BYTES) return text;
  const sample = text.subarray(0, SAMPLE_BYTES);
  const end = Math.max(sample.lastIndexOf('\n'), sample.lastIndexOf('\r'));
  return end > 0 ? sample.subarray(0, end) : sample;
}

/**
 * Share of the rows that have the most frequent number of cells, weighed so that more
 * columns count for more: a comma inside every "Last, First" also agrees, on two cells.
 */
function agreement(sample: Buffer, separator: Separator): number {
  const { rows, broken } = parseDelimited(sample, separator);
  const widths = new Map<number, number>();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of widths) {
    const share = count / (rows.length + broken.length);
    best = Math.max(best, share * (1 - 1 / width));
  }
  return best;
}
