import { repairMojibake } from './repair-mojibake.js';

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const CONTROL_OR_SPACE = /[\p{Cc}\p{Z}]+/gu;
/** Excel's way to keep a text from being read as a number: ="007". */
const TEXT_FORMULA = /^="(.*)"$/s;

/** A cell's text on one line, composed (NFC) and with its accents mended where that is certain. */
export function cleanCell(cell: string | undefined): string {
  if (cell === undefined || cell === '') return '';
  // Before spaces are touched: half of a broken "à" is a no-break space.
  const mended = repairMojibake(cell).normalize('NFC').replace(INVISIBLE, '');
  const text = mended.replace(CONTROL_OR_SPACE, ' ').trim();
  return TEXT_FORMULA.exec(text)?.[1]?.trim() ?? text;
}
