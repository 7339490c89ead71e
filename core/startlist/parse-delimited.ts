import { CsvError, parse } from 'csv-parse/sync';
import { FocusError } from '../errors.js';
import type { BrokenLine, Separator, TableRow } from './table.js';

/** A row of a start list has a few hundred characters; more is not a row. */
const MAX_ROW_BYTES = 64 * 1024;
/** A list with more lines that cannot be read is not written the way it was taken to be. */
const MAX_BROKEN_LINES = 10_000;

const QUOTE = '"';
const NEW_LINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

export interface DelimitedRows {
  /** Rows with at least one letter or digit. */
  readonly rows: readonly TableRow[];
  readonly broken: readonly BrokenLine[];
}

/**
 * Splits UTF-8 text into rows, quoted separators and line breaks respected, lines ended
 * by LF, CRLF or CR. A line whose quoting cannot be understood is set aside and reading
 * goes on with the next one, so that one stray quote does not swallow the runners after it.
 *
 * @throws FocusError `input` `startlist.broken-quotes` when thousands of lines are so.
 */
export function parseDelimited(text: Buffer, separator: Separator): DelimitedRows {
  const rows: TableRow[] = [];
  const broken: BrokenLine[] = [];
  const take = (reading: TableRow | BrokenLine): void => {
    if (!('cells' in reading)) broken.push(reading);
    else if (reading.cells.some(isFilled)) rows.push(reading);
    if (broken.length > MAX_BROKEN_LINES) throw tooManyBrokenLines();
  };
  let start = 0;
  let line = 1;
  while (start < text.length) {
    const part = parseUntilError(text.subarray(start), separator, line);
    part.rows.forEach(take);
    if (part.complete) break;
    const bad = physicalLineAt(text, start + part.bytes);
    take(readWithoutQuoting(bad.text, line + part.lines, separator));
    start = bad.end;
    line += part.lines + 1;
    // Where one quote is stray, thousands may be: starting the parser anew for each is slow.
    while (start < text.length) {
      const next = physicalLineAt(text, start);
      const reading = readLineAlone(next.text, line, separator);
      if (reading === undefined) break;
      take(reading);
      start = next.end;
      line += 1;
    }
  }
  return { rows, broken };
}

/** Separators and rules drawn with dashes fill no cell. */
function isFilled(cell: string): boolean {
  return /[\p{L}\p{N}]/u.test(cell);
}

interface ParsedPart {
  readonly rows: readonly TableRow[];
  readonly complete: boolean;
  /** Bytes and lines used up by the rows that were understood. */
  readonly bytes: number;
  readonly lines: number;
}

/** A quote left open by mistake closed at the next one: what is between are rows. */
class SwallowedRowsError extends Error {}

function parseUntilError(text: Buffer, separator: Separator, firstLine: number): ParsedPart {
  const rows: TableRow[] = [];
  let bytes = 0;
  let lines = 0;
  // csv-parse counts a CRLF inside quotes as two lines.
  let countedTwice = 0;
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: MAX_ROW_BYTES,
      on_record: (cells: string[], context) => {
        const spansLines = context.lines - countedTwice > lines + 1;
        if (spansLines && hasSwallowedRows(cells, separator)) throw new SwallowedRowsError();
        if (spansLines) countedTwice += cells.join('').split('\r\n').length - 1;
        rows.push({ line: firstLine + lines, cells });
        bytes = context.bytes;
        lines = context.lines - countedTwice;
        return null;
      },
    });
    return { rows, complete: true, bytes: text.length, lines };
  } catch (cause) {
    if (!(cause instanceof CsvError || cause instanceof SwallowedRowsError)) throw cause;
    return { rows, complete: false, bytes, lines };
  }
}

/**
 * An address on two lines inside quotes is a cell; but when each of the lines has all the
 * separators of a row by itself, and begins with a bib as the row does, these are several rows.
 */
function hasSwallowedRows(cells: readonly string[], separator: Separator): boolean {
  const column = cells.findIndex((cell) => /[\r\n]/.test(cell));
  if (column < 1) return false;
  const pieces = (cells[column] ?? '').split(/\r\n|\n|\r/);
  const last = pieces.length - 1;
  const startsWithDigits = hasDigit(cells[0]);
  return pieces.every((piece, index) => {
    const parts = piece.split(separator);
    const before = index === 0 ? column : 0;
    const after = index === last ? cells.length - 1 - column : 0;
    const isWhole = before + parts.length - 1 + after === cells.length - 1;
    return isWhole && (index === 0 || hasDigit(parts[0]) === startsWithDigits);
  });
}

function hasDigit(cell: string | undefined): boolean {
  return /\d/.test(cell ?? '');
}

function physicalLineAt(text: Buffer, start: number): { text: Buffer; end: number } {
  let end = start;
  while (end < text.length && text[end] !== NEW_LINE && text[end] !== CARRIAGE_RETURN) end += 1;
  const isPair = text[end] === CARRIAGE_RETURN && text[end + 1] === NEW_LINE;
  return { text: text.subarray(start, end), end: end + (isPair ? 2 : 1) };
}

function tooManyBrokenLines(): FocusError {
  return new FocusError(
    'input',
    'startlist.broken-quotes',
    `More than ${MAX_BROKEN_LINES} lines have a quotation mark that is not closed`,
    { hint: 'Export the start list again, or save it as .xlsx.' },
  );
}

/** A line as the parser would read it, or without quoting where it would fail; undefined where a quote stays open. */
function readLineAlone(
  bytes: Buffer,
  line: number,
  separator: Separator,
): TableRow | BrokenLine | undefined {
  if (bytes.length > MAX_ROW_BYTES || !bytes.includes(QUOTE)) {
    return readWithoutQuoting(bytes, line, separator);
  }
  const text = bytes.toString('utf8');
  const cells: string[] = [];
  for (let at = 0; at <= text.length; at += 1) {
    const isQuoted = text[at] === QUOTE;
    const end = isQuoted ? endOfQuoted(text, at) : endOfPlain(text, at, separator);
    if (end === undefined) return undefined;
    const cell = text.slice(at, end);
    const isStray = isQuoted ? end < text.length && text[end] !== separator : cell.includes(QUOTE);
    if (isStray) return readWithoutQuoting(bytes, line, separator);
    cells.push(isQuoted ? cell.slice(1, -1).replaceAll('""', QUOTE) : cell);
    at = end;
  }
  return { line, cells };
}

function endOfPlain(text: string, start: number, separator: Separator): number {
  const end = text.indexOf(separator, start);
  return end < 0 ? text.length : end;
}

/** After the closing quote; two quotes are one in the text. */
function endOfQuoted(text: string, start: number): number | undefined {
  let at = text.indexOf(QUOTE, start + 1);
  while (at >= 0 && text[at + 1] === QUOTE) at = text.indexOf(QUOTE, at + 2);
  return at < 0 ? undefined : at + 1;
}

/** Quotes in the middle of a cell (a nickname, inches) are characters; one left open is an error. */
function readWithoutQuoting(
  bytes: Buffer,
  line: number,
  separator: Separator,
): TableRow | BrokenLine {
  const text = bytes.subarray(0, MAX_ROW_BYTES).toString('utf8');
  const start = text.slice(0, 200);
  if (bytes.length > MAX_ROW_BYTES) return { line, text: start, reason: 'line-too-long' };
  const cells = text.split(separator);
  const isOpen = cells.some((cell) => /^\s*"/.test(cell) && cell.split('"').length % 2 === 0);
  return isOpen ? { line, text: start, reason: 'unclosed-quote' } : { line, cells };
}
