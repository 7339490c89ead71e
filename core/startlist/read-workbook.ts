import readXlsxFile, { type CellValue, type Sheet } from 'read-excel-file/node';
import { FocusError } from '../errors.js';
import { unpackedSize } from './archive-size.js';
import { notATable } from './file-format.js';
import type { Table, TableRow } from './table.js';

/** Some 600,000 rows of XML; larger ones would not fit in memory as cells. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;

/**
 * Reads one sheet of an .xlsx workbook, every cell as text the way Excel shows it: 12 and
 * not 12.0, a date as YYYY-MM-DD, the last computed value of a formula.
 *
 * @param sheet its name; may be left out when only one sheet has rows.
 * @throws FocusError `input`: `startlist.not-a-table` for a damaged workbook,
 * `startlist.too-large`,
 * `startlist.no-such-sheet`, `startlist.ambiguous-sheet`, `startlist.empty`.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  sheet: string | undefined,
): Promise<Table> {
  if (unpackedSize(bytes) > MAX_UNPACKED_BYTES) {
    throw new FocusError('input', 'startlist.too-large', `${fileName} unpacks to over 512 MB`, {
      hint: 'Save the sheet with the start list alone, as .xlsx or as "CSV UTF-8".',
    });
  }
  const sheets = await openWorkbook(bytes, fileName);
  const chosen = chooseSheet(sheets, fileName, sheet);
  return {
    origin: { kind: 'workbook', sheet: chosen.sheet },
    rows: chosen.data.map(toRow).filter(hasContent),
    broken: [],
  };
}

type TextSheet = Sheet<string>;

async function openWorkbook(bytes: Uint8Array, fileName: string): Promise<TextSheet[]> {
  try {
    return await readXlsxFile(Buffer.from(bytes), { trim: false, parseNumber: showNumber });
  } catch (cause) {
    throw notATable(fileName, 'a damaged or unknown workbook', cause);
  }
}

/** Excel stores 12 as "12" or "1.2E1", and 0.1 + 0.2 with 17 digits; it shows 15 at most. */
function showNumber(stored: string): string {
  const value = Number(stored);
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : stored;
}

function chooseSheet(
  sheets: readonly TextSheet[],
  fileName: string,
  name: string | undefined,
): TextSheet {
  const names = sheets.map((sheet) => sheet.sheet).join(', ');
  if (name !== undefined) {
    const named = sheets.find((sheet) => sheet.sheet === name);
    if (named !== undefined) return named;
    throw new FocusError('input', 'startlist.no-such-sheet', `${fileName} has no sheet "${name}"`, {
      hint: `Its sheets are: ${names}`,
    });
  }
  const filled = sheets.filter((sheet) => sheet.data.map(toRow).some(hasContent));
  const [first, second] = filled;
  if (first === undefined) {
    throw new FocusError('input', 'startlist.empty', `${fileName} has no filled cell`);
  }
  if (second !== undefined) {
    throw new FocusError(
      'input',
      'startlist.ambiguous-sheet',
      `${fileName} has several sheets with data: ${filled.map((sheet) => sheet.sheet).join(', ')}`,
      { hint: `Name one: --sheet "${first.sheet}"` },
    );
  }
  return first;
}

function toRow(cells: readonly (CellValue<string> | null)[], index: number): TableRow {
  return { line: index + 1, cells: cells.map(showCell) };
}

function showCell(cell: unknown): string {
  // Excel's dates have no zone; the library gives them as midnight UTC.
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'string' ? cell : '';
}

function hasContent(row: TableRow): boolean {
  return row.cells.some((cell) => cell.trim() !== '');
}
