import { FocusError } from '../errors.js';
import { decodeText } from './decode-text.js';
import { detectSeparator } from './detect-separator.js';
import { detectFileFormat, notATable } from './file-format.js';
import { checkListSize } from './list-size.js';
import { parseDelimited } from './parse-delimited.js';
import { readWorkbook } from './read-workbook.js';
import type { Table } from './table.js';

/**
 * Reads a start list file into rows: CSV in the encodings and separators that
 * registration tools write, or one sheet of an .xlsx workbook.
 *
 * @param fileName only for messages: the content says what the file is.
 * @throws FocusError `input`: `startlist.empty`, `startlist.not-a-table`,
 * `startlist.too-large`, `startlist.unknown-encoding`, and those of readWorkbook.
 */
export async function readTable(
  bytes: Uint8Array,
  fileName: string,
  options: { readonly sheet?: string | undefined } = {},
): Promise<Table> {
  checkListSize(bytes.length, fileName);
  if (detectFileFormat(bytes, fileName) === 'workbook') {
    return readWorkbook(bytes, fileName, options.sheet);
  }
  const text = decodeText(bytes, fileName);
  const separator = detectSeparator(text.bytes);
  const { rows, broken } = parseDelimited(text.bytes, separator);
  const table = rows.filter((row) => !/^sep=.?$/i.test(row.cells.join(separator)));
  if (table.length === 0) {
    if (broken.length > 0) throw notATable(fileName, 'text without rows');
    throw new FocusError('input', 'startlist.empty', `${fileName} has no filled line`);
  }
  return { origin: { kind: 'text', encoding: text.encoding, separator }, rows: table, broken };
}
