import { FocusError } from '../errors.js';

const SAVE_AS = 'Save the list as .xlsx or as "CSV UTF-8" and import that file.';

/** First bytes of formats that people hand in by mistake. */
const SIGNATURES: readonly { readonly bytes: string; readonly name: string }[] = [
  { bytes: '\xD0\xCF\x11\xE0', name: 'an old Excel workbook (.xls)' },
  { bytes: '%PDF', name: 'a PDF' },
  { bytes: '\xFF\xD8\xFF', name: 'a JPEG picture' },
  { bytes: '\x89PNG', name: 'a PNG picture' },
  { bytes: '\x1F\x8B', name: 'a gzip archive' },
  { bytes: 'Rar!', name: 'a RAR archive' },
  { bytes: '7z\xBC\xAF', name: 'a 7-Zip archive' },
  { bytes: '{\\rtf', name: 'an RTF document' },
];

/**
 * Tells text from an Excel workbook by content, never by the file's name.
 *
 * @throws FocusError `input`: `startlist.empty` for a file with nothing in it,
 * `startlist.not-a-table` for a format that is known not to be a list.
 */
export function detectFileFormat(bytes: Uint8Array, fileName: string): 'text' | 'workbook' {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (bytes.length === 0) {
    throw new FocusError('input', 'startlist.empty', `${fileName} is empty (0 bytes)`, {
      hint: 'Export the start list again, and check that the export is not empty.',
    });
  }
  if (head.startsWith('PK\x03\x04')) {
    // OpenDocument files announce their type, uncompressed, in the first entry of the archive.
    if (head.includes('application/vnd.oasis.opendocument')) {
      throw notATable(fileName, 'an OpenDocument file');
    }
    return 'workbook';
  }
  const known = SIGNATURES.find((signature) => head.startsWith(signature.bytes));
  if (known !== undefined) throw notATable(fileName, known.name);
  // Registration sites like to name an HTML page ".xls".
  if (/^(?:\xEF\xBB\xBF)?\s*<(?:!doctype|html|table|\?xml)/i.test(head)) {
    throw notATable(fileName, 'a web page');
  }
  return 'text';
}

/** The refusal of a file that cannot be a start list, saying what it is. */
export function notATable(fileName: string, what: string, cause?: unknown): FocusError {
  return new FocusError('input', 'startlist.not-a-table', `${fileName} is ${what}, not a list`, {
    hint: SAVE_AS,
    cause,
  });
}
