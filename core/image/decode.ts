import sharp, { type Metadata, type Sharp } from 'sharp';
import { WEB_SIZE } from '../domain/photo-size.js';
import type { RgbImage } from '../ports/vision.js';
import { isSrgbProfile } from './colour-profile.js';
import { failureOf, type Failure } from './failure.js';

export interface DecodedPhoto {
  readonly kind: 'decoded';
  readonly image: RgbImage;
  /** Of the upright original, in pixels. */
  readonly width: number;
  readonly height: number;
}

export interface DecodeOptions {
  /** EXIF orientation, 1 to 8, for pictures that carry none: the preview inside a raw file. */
  readonly orientation?: number | undefined;
  /** More pixels than this fail: a small file can unpack to more than memory holds. */
  readonly maxPixels?: number;
}

const MAX_PIXELS = 300_000_000;

/**
 * The one decode of a photo: upright, sRGB, 8 bits, without alpha (flattened on white), long side
 * at most 1600 px, never enlarged. JPEGs are halved while they are decoded where that suffices.
 *
 * @param bytes a JPEG, PNG, WebP, TIFF or AVIF; of a raw file, the JPEG inside it
 * @returns a failure with its reason for anything broken, cut short or too large; does not throw
 */
export async function decodePhoto(
  bytes: Uint8Array,
  options: DecodeOptions = {},
): Promise<DecodedPhoto | Failure> {
  const limitInputPixels = options.maxPixels ?? MAX_PIXELS;
  try {
    const metadata = await sharp(bytes, { limitInputPixels }).metadata();
    const orientation = metadata.orientation ?? options.orientation ?? 1;
    const image = await decodeStrictly(bytes, { metadata, orientation, limitInputPixels });
    const isTurned = orientation >= 5;
    return {
      kind: 'decoded',
      image,
      width: isTurned ? metadata.height : metadata.width,
      height: isTurned ? metadata.width : metadata.height,
    };
  } catch (error) {
    return failureOf(error);
  }
}

interface Plan {
  readonly metadata: Metadata;
  readonly orientation: number;
  readonly limitInputPixels: number;
}

/** Warnings of libjpeg and libtiff about files that decode in full. */
const HARMLESS = /extraneous bytes before marker|Invalid SOS parameters|Unknown field with tag/;

/**
 * Damage in the middle of a JPEG is only a warning to libjpeg, which paints the rest grey; so
 * warnings fail, except those known to be about oddities of the writing program.
 */
async function decodeStrictly(bytes: Uint8Array, plan: Plan): Promise<RgbImage> {
  try {
    return await decodePixels(bytes, plan, 'warning');
  } catch (error) {
    if (!(error instanceof Error && HARMLESS.test(error.message))) throw error;
    return decodePixels(bytes, plan, 'truncated');
  }
}

async function decodePixels(
  bytes: Uint8Array,
  { metadata, orientation, limitInputPixels }: Plan,
  failOn: 'warning' | 'truncated',
): Promise<RgbImage> {
  const ignoreIcc = metadata.icc !== undefined && isSrgbProfile(metadata.icc);
  const source = sharp(bytes, { failOn, limitInputPixels, ignoreIcc });
  // Cubic: a third fewer taps than Lanczos, and no visible difference after libjpeg's own halving.
  const small = source.resize(WEB_SIZE, WEB_SIZE, {
    fit: 'inside',
    withoutEnlargement: true,
    kernel: 'cubic',
  });
  // Turned when small: before, libjpeg could not halve, and the photo costs twice as much.
  const { data, info } = await turnUpright(small, orientation)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** By number, so that one way serves a picture's own tag and a raw file's. sharp mirrors first, then turns. */
function turnUpright(source: Sharp, orientation: number): Sharp {
  switch (orientation) {
    case 2:
      return source.flop();
    case 3:
      return source.rotate(180);
    case 4:
      return source.flip();
    case 5:
      return source.rotate(270).flop();
    case 6:
      return source.rotate(90);
    case 7:
      return source.rotate(90).flop();
    case 8:
      return source.rotate(270);
    default:
      return source;
  }
}
