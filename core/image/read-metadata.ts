import exifr from 'exifr';
import sharp from 'sharp';
import type { Capture } from '../domain/photo.js';
import { parseExifTags, type ExifTags } from './exif-tags.js';
import { findEmbeddedJpeg } from './embedded-jpeg.js';
import type { Identified } from './identify.js';

export interface PhotoMetadata {
  readonly capture: Capture;
  /** EXIF orientation, 1 to 8; undefined where the file does not say. */
  readonly orientation: number | undefined;
}

/** What has metadata to read: the two kinds of `identify` that can become a photo. */
export type ReadableKind = Extract<Identified, { kind: 'picture' | 'raw' }>;

/**
 * Reads when and with what a photo was taken. Never fails: what is missing, broken or impossible
 * is undefined, since a photo without a date is still a photo.
 */
export async function readMetadata(bytes: Uint8Array, file: ReadableKind): Promise<PhotoMetadata> {
  const blocks = await exifBlocks(bytes, file);
  const tags: Record<string, unknown> = {};
  for (const block of blocks) Object.assign(tags, await readTags(block));
  return parseExifTags(tags);
}

/** Pieces that each have the structure of a TIFF file, as EXIF does. */
async function exifBlocks(bytes: Uint8Array, file: ReadableKind): Promise<Uint8Array[]> {
  switch (file.format) {
    case 'tiff':
    case 'cr2':
    case 'nef':
    case 'arw':
    case 'dng':
      return [bytes];
    case 'orf':
    case 'rw2':
      return [withTiffSignature(bytes)];
    case 'cr3':
      return canonBlocks(bytes);
    case 'raf':
      return embeddedExif(findEmbeddedJpeg(bytes) ?? bytes);
    default:
      return embeddedExif(bytes);
  }
}

const EXIF_PREFIX = Buffer.from('Exif\0\0', 'latin1');

/** sharp finds the block in all the formats it reads; exifr knows neither WebP nor every AVIF. */
async function embeddedExif(bytes: Uint8Array): Promise<Uint8Array[]> {
  try {
    const { exif } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (exif === undefined) return [];
    const hasPrefix = exif.subarray(0, EXIF_PREFIX.length).equals(EXIF_PREFIX);
    return [hasPrefix ? exif.subarray(EXIF_PREFIX.length) : exif];
  } catch {
    return []; // The decoder says what is wrong with the file.
  }
}

/** Olympus and Panasonic changed only the two bytes that say "TIFF". */
function withTiffSignature(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes.subarray(0, RAW_HEADER_BYTES));
  copy.write(copy[0] === 0x4d ? 'MM\0*' : 'II*\0', 'latin1');
  return copy;
}

/** Makers put the directories first; the sensor data that follows is not worth a copy. */
const RAW_HEADER_BYTES = 1_000_000;

/** Canon's CR3 keeps the main, EXIF and GPS directories in a box each (CMT1, CMT2, CMT4). */
function canonBlocks(bytes: Uint8Array): Uint8Array[] {
  const head = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.length, RAW_HEADER_BYTES),
  );
  return ['CMT1', 'CMT2'].flatMap((box) => {
    const at = head.indexOf(box, 0, 'latin1');
    return at < 4 ? [] : [head.subarray(at + 4, at - 4 + head.readUInt32BE(at - 4))];
  });
}

async function readTags(block: Uint8Array): Promise<ExifTags> {
  try {
    // Untranslated and unrevived: exifr would read the camera's clock as this machine's local time.
    const tags: unknown = await exifr.parse(block, {
      tiff: true,
      ifd0: {},
      exif: true,
      gps: true,
      interop: false,
      ifd1: false,
      makerNote: false,
      userComment: false,
      mergeOutput: true,
      translateKeys: false,
      translateValues: false,
      reviveValues: false,
    });
    return typeof tags === 'object' && tags !== null ? { ...tags } : {};
  } catch {
    return {}; // A damaged block is a missing one.
  }
}
