/** Day 0 of Excel's calendar, which counts 29 February 1900. */
const EXCEL_EPOCH_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
const OLDEST = 120;

/**
 * The year in a date or year of birth: 1987-04-23, 23/04/1987, 23.04.87, 19870423,
 * "23 avril 1987", 1987, 87, or Excel's day count. Only the year is read, so the order of day and
 * month does not matter. Undefined for anything else and for years nobody was born in.
 *
 * @param currentYear the year of the event: two digits mean the last such year before it.
 */
export function parseBirthYear(cell: string, currentYear: number): number | undefined {
  const year = readYear(cell.trim(), currentYear);
  return year !== undefined && year <= currentYear && year >= currentYear - OLDEST
    ? year
    : undefined;
}

function readYear(text: string, currentYear: number): number | undefined {
  if (/^\d{4}(?:[.,]0+)?$/.test(text)) return Number.parseInt(text, 10);
  if (/^\d{8}$/.test(text)) return compactYear(text, currentYear);
  if (/^\d{5}$/.test(text))
    return new Date(EXCEL_EPOCH_MS + Number(text) * DAY_MS).getUTCFullYear();
  const short = /^(?:\d{1,2}[-./\s]+(?:\d{1,2}|\p{L}+\.?)[-./\s]+)?['’]?(\d{2})$/u.exec(text)?.[1];
  if (short !== undefined) return fullYear(Number(short), currentYear);
  const [full, ...others] = text.match(/(?<!\d)\d{4}(?!\d)/g) ?? [];
  return full !== undefined && others.length === 0 ? Number(full) : undefined;
}

/** 19870423 or 23041987: the end that can be a year of birth. */
function compactYear(text: string, currentYear: number): number {
  const leading = Number(text.slice(0, 4));
  const isYear = leading >= currentYear - OLDEST && leading <= currentYear;
  return isYear ? leading : Number(text.slice(4));
}

function fullYear(twoDigits: number, currentYear: number): number {
  const century = currentYear - (currentYear % 100);
  return twoDigits <= currentYear % 100 ? century + twoDigits : century - 100 + twoDigits;
}
