import type { Failure } from './failure.js';
import { kindByName, type NameKind, type RawFormat } from './file-names.js';

export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'tiff' | 'avif';

export type Identified =
  | { readonly kind: 'picture'; readonly format: PictureFormat }
  | { readonly kind: 'raw'; readonly format: RawFormat }
  | { readonly kind: 'unsupported'; readonly reason: string }
  | Failure;

/** How much of the beginning of a file `identify` looks at. */
export const IDENTIFY_BYTES = 64;

/**
 * What a file is, by its content: a JPEG called `.png` is a JPEG. The name decides only between
 * raw formats that share TIFF's signature, and whether unreadable content is a photo that broke
 * (failed, tried again next time) or something that never was one (unsupported).
 *
 * @param head the first IDENTIFY_BYTES of the file, fewer if it is shorter
 */
export function identify(head: Uint8Array, fileName: string): Identified {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, IDENTIFY_BYTES));
  const named = kindByName(fileName);
  if (bytes.length === 0) {
    return named.kind !== 'other'
      ? { kind: 'failed', reason: 'the file is empty' }
      : { kind: 'unsupported', reason: 'empty file' };
  }
  return bySignature(bytes, named) ?? withoutSignature(named);
}

function bySignature(bytes: Buffer, named: NameKind): Identified | undefined {
  const ascii = bytes.toString('latin1');
  if (ascii.startsWith('\xFF\xD8\xFF')) return { kind: 'picture', format: 'jpeg' };
  if (ascii.startsWith('\x89PNG\r\n\x1A\n')) return { kind: 'picture', format: 'png' };
  if (/^RIFF[^]{4}WEBP/.test(ascii)) return { kind: 'picture', format: 'webp' };
  if (ascii.startsWith('FUJIFILMCCD-RAW')) return { kind: 'raw', format: 'raf' };
  if (/^(?:IIRO|IIRS|MMOR)/.test(ascii)) return { kind: 'raw', format: 'orf' };
  if (ascii.startsWith('IIU\0')) return { kind: 'raw', format: 'rw2' };
  if (/^(?:II[*+]\0|MM\0[*+])/.test(ascii)) return tiffLike(ascii, named);
  if (ascii.slice(4, 8) === 'ftyp') return isoMedia(bytes, ascii);
  const other = OTHER_SIGNATURES.find(([signature]) => signature.test(ascii))?.[1];
  return other === undefined ? undefined : { kind: 'unsupported', reason: other };
}

function tiffLike(ascii: string, named: NameKind): Identified {
  if (ascii.slice(8, 10) === 'CR') return { kind: 'raw', format: 'cr2' };
  if (named.kind === 'raw') return { kind: 'raw', format: named.format };
  // A raw of another make looks like a TIFF, whose first picture is a stamp-sized preview.
  if (named.kind === 'other' && named.isRaw) {
    return { kind: 'unsupported', reason: named.reason };
  }
  return { kind: 'picture', format: 'tiff' };
}

/** ISO base media (ISO/IEC 14496-12): the brands in the `ftyp` box tell AVIF, HEIC, CR3 and video. */
function isoMedia(bytes: Buffer, ascii: string): Identified {
  const boxEnd = bytes.length >= 4 ? Math.min(bytes.readUInt32BE(0), bytes.length) : 0;
  const brands = [ascii.slice(8, 12)];
  for (let at = 16; at + 4 <= boxEnd; at += 4) brands.push(ascii.slice(at, at + 4));
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) {
    return { kind: 'picture', format: 'avif' };
  }
  if (brands[0] === 'crx ') return { kind: 'raw', format: 'cr3' };
  if (brands.some((brand) => /^(?:hei[cxmsf]|hev[cxms]|mif1|msf1)$/.test(brand))) {
    return { kind: 'unsupported', reason: 'HEIC is not supported: export it as JPEG' };
  }
  return { kind: 'unsupported', reason: 'video' };
}

/* eslint-disable no-control-regex -- binary signatures hold control characters */
const OTHER_SIGNATURES: readonly (readonly [signature: RegExp, reason: string])[] = [
  [/^GIF8[79]a/, 'GIF is not supported: export it as JPEG'],
  [/^8BPS/, 'Photoshop file: export it as JPEG'],
  [/^BM[^]{4}\0\0\0\0/, 'BMP is not supported: export it as JPEG'],
  [/^\xFF\x0A|^\0\0\0\x0CJXL /, 'JPEG XL is not supported: export it as JPEG'],
  [/^\0\0\0\x0CjP {2}/, 'JPEG 2000 is not supported: export it as JPEG'],
  [/^%PDF-/, 'PDF document'],
  [/^(?:PK\x03\x04|Rar!|7z\xBC\xAF|\x1F\x8B)/, 'archive: unpack it first'],
  [/^(?:RIFF[^]{4}AVI |\x1A\x45\xDF\xA3|\0\0\x01\xBA)/, 'video'],
];
/* eslint-enable no-control-regex */

function withoutSignature(named: NameKind): Identified {
  if (named.kind === 'other') return { kind: 'unsupported', reason: named.reason };
  return {
    kind: 'failed',
    reason: 'the content is not a picture, or its beginning is damaged',
  };
}
