import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { FocusError } from '../errors.js';
import { notATable } from './file-format.js';
import type { TextEncoding } from './table.js';

export interface DecodedText {
  readonly encoding: TextEncoding;
  /** UTF-8, without byte order mark. */
  readonly bytes: Buffer;
}

/** How much of a file is looked at to tell UTF-16 without a mark, or binary data. */
const SAMPLE_BYTES = 64 * 1024;

/**
 * Brings a text file to UTF-8. In this order: a byte order mark, the pattern of zero
 * bytes that UTF-16 leaves, valid UTF-8, else Windows-1252, which Excel writes in the West.
 *
 * @throws FocusError `input`: `startlist.not-a-table` when the bytes are not text,
 * `startlist.unknown-encoding` when they are text in none of these encodings.
 */
export function decodeText(bytes: Uint8Array, fileName: string): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (startsWith(buffer, [0xef, 0xbb, 0xbf])) return fromUtf8(buffer.subarray(3), fileName);
  if (startsWith(buffer, [0xff, 0xfe])) return fromUtf16(buffer.subarray(2), 'utf-16le', fileName);
  if (startsWith(buffer, [0xfe, 0xff])) return fromUtf16(buffer.subarray(2), 'utf-16be', fileName);
  const unmarked = detectUtf16(buffer);
  if (unmarked !== undefined) return fromUtf16(buffer, unmarked, fileName);
  return fromUtf8(buffer, fileName);
}

function startsWith(buffer: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, index) => buffer[index] === byte);
}

/** Latin text in UTF-16 has a zero in nearly every second byte, always on the same side. */
function detectUtf16(buffer: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const sample = buffer.subarray(0, SAMPLE_BYTES);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const enough = sample.length * 0.35;
  if (odd > enough && even < odd / 20) return 'utf-16le';
  if (even > enough && odd < even / 20) return 'utf-16be';
  return undefined;
}

function fromUtf16(
  buffer: Buffer,
  encoding: 'utf-16le' | 'utf-16be',
  fileName: string,
): DecodedText {
  const text = iconv.decode(buffer.subarray(0, buffer.length - (buffer.length % 2)), encoding);
  const utf8 = Buffer.from(text, 'utf8');
  refuseBinary(utf8, fileName);
  return { encoding, bytes: utf8 };
}

function fromUtf8(buffer: Buffer, fileName: string): DecodedText {
  refuseBinary(buffer, fileName);
  if (isUtf8(buffer) || isDamagedUtf8(buffer)) return { encoding: 'utf-8', bytes: buffer };
  const text = iconv.decode(buffer, 'windows-1252');
  // The five bytes that Windows-1252 leaves undefined come out as replacement or control characters.
  if (/[\u0080-\u009f\ufffd]/.test(text)) {
    throw new FocusError(
      'input',
      'startlist.unknown-encoding',
      `${fileName} is neither in UTF-8, UTF-16 nor Windows-1252`,
      { hint: 'Save the list as "CSV UTF-8", so that no name loses its accents.' },
    );
  }
  return { encoding: 'windows-1252', bytes: Buffer.from(text, 'utf8') };
}

/**
 * UTF-8 in which an export cut some names in the middle of a letter: at least ten
 * intact letters for each broken one, which no text in another encoding reaches.
 */
function isDamagedUtf8(buffer: Buffer): boolean {
  const text = buffer.toString('utf8');
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const intact = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  return intact >= broken * 10;
}

/** Text holds no zero bytes and next to no control characters (tab, line ends and the DOS end mark aside). */
function refuseBinary(buffer: Buffer, fileName: string): void {
  if (buffer.includes(0)) throw notATable(fileName, 'a binary file');
  const sample = buffer.subarray(0, SAMPLE_BYTES);
  let control = 0;
  for (const byte of sample) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1a) {
      control += 1;
    }
  }
  if (control > sample.length / 100) throw notATable(fileName, 'a binary file');
}
