import sharp from 'sharp';
import { FocusError } from '../errors.js';
import { IDENTIFY_BYTES, identify } from './identify.js';

/** The long side of a framed photo: that of a web version. */
const FRAMED_SIZE = 1600;
const FRAMED_QUALITY = 80;

/** The long side of the frame that shops show beside a price. */
const SMALL_SIZE = 400;

/** Below it a frame would be drawn blurred; above it nothing is gained, and memory is lost. */
const SMALLEST_SIDE = 800;
const MOST_PIXELS = 50_000_000;

/** Less of the frame than this for the photo is a picture with a hole. */
const SMALLEST_WINDOW = 0.25;

/** Up to this alpha a pixel shows the photo: edges of the window are smoothed. */
const CLEAR = 16;

/** A photo that fills the window but for so much is cut to it; any other is shown whole. */
const MOST_CUT = 0.08;

/** A sponsor's frame as it is kept, upright, without metadata. */
export interface SponsorFrame {
  /** Long side 1600 px. */
  readonly png: Uint8Array;
  /** Long side 400 px. */
  readonly small: Uint8Array;
}

/**
 * Checks a frame by its content.
 *
 * @param bytes of the file that the seller gave
 * @throws FocusError `input` where it is no PNG, too small or large, or has no window for the photo
 */
export async function readSponsorFrame(bytes: Uint8Array): Promise<SponsorFrame> {
  const found = identify(bytes.subarray(0, IDENTIFY_BYTES), '');
  if (found.kind !== 'picture' || found.format !== 'png') throw badFrame('It is not a PNG');
  const { width, height } = await dimensionsOf(bytes);
  if (Math.max(width, height) < SMALLEST_SIDE || width * height > MOST_PIXELS)
    throw badFrame(`It has ${width} by ${height} pixels`);
  const [png, small] = await Promise.all([resized(bytes, FRAMED_SIZE), resized(bytes, SMALL_SIZE)]);
  const window = await windowOf(png);
  if (window.clear < SMALLEST_WINDOW) throw badFrame('It leaves the photo no transparent window');
  return { png, small };
}

/**
 * The photo in the frame: whole, in the frame's window, on a blurred copy of itself where the
 * shapes differ, so that nobody is cut off and no logo is stretched.
 *
 * @param photo its web version
 * @param frame of a SponsorFrame: either size
 * @returns JPEG of the frame's size, without metadata
 */
export async function drawInFrame(photo: Uint8Array, frame: Uint8Array): Promise<Buffer> {
  const { left, top, width, height, canvas } = await windowOf(frame);
  const original = await dimensionsOf(photo);
  const shapes = [width / height, original.width / original.height] as const;
  const fit = 1 - Math.min(...shapes) / Math.max(...shapes) <= MOST_CUT ? 'cover' : 'contain';
  const inWindow = await sharp(photo)
    .resize(width, height, { fit: fit === 'cover' ? 'cover' : 'inside' })
    .toBuffer({ resolveWithObject: true });
  const behind = await sharp(photo)
    .resize(canvas.width, canvas.height, { fit: 'cover' })
    // As strong in a small frame as in a large one.
    .blur(Math.max(canvas.width, canvas.height) / 64)
    .modulate({ brightness: 0.7 })
    .toBuffer();
  return sharp(behind)
    .composite([
      {
        input: inWindow.data,
        left: left + Math.round((width - inWindow.info.width) / 2),
        top: top + Math.round((height - inWindow.info.height) / 2),
      },
      { input: Buffer.from(frame), left: 0, top: 0 },
    ])
    .jpeg({ quality: FRAMED_QUALITY })
    .toBuffer();
}

async function resized(bytes: Uint8Array, size: number): Promise<Buffer> {
  try {
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, autoOrient: true })
      .resize(size, size, { fit: 'inside' })
      .toColourspace('srgb')
      .ensureAlpha()
      .png()
      .toBuffer();
  } catch (cause) {
    throw badFrame('It cannot be read', cause);
  }
}

async function dimensionsOf(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  try {
    const { width, height } = await sharp(bytes).metadata();
    return { width, height };
  } catch (cause) {
    throw badFrame('It cannot be read', cause);
  }
}

interface FrameWindow {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Share of the frame that is transparent. */
  readonly clear: number;
  readonly canvas: { readonly width: number; readonly height: number };
}

/** The box around all transparent pixels. */
async function windowOf(png: Uint8Array): Promise<FrameWindow> {
  const { data, info } = await sharp(png)
    .extractChannel(3)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const canvas = { width: info.width, height: info.height };
  let left = canvas.width;
  let top = canvas.height;
  let right = -1;
  let bottom = -1;
  let clear = 0;
  for (let at = 0; at < data.length; at += 1) {
    if (data[at]! > CLEAR) continue;
    const column = at % canvas.width;
    const row = Math.floor(at / canvas.width);
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = row;
    clear += 1;
  }
  const size = { width: Math.max(0, right - left + 1), height: Math.max(0, bottom - top + 1) };
  return { left, top, ...size, clear: clear / data.length, canvas };
}

function badFrame(what: string, cause?: unknown): FocusError {
  return new FocusError('input', 'frame.unusable', `The frame cannot be used. ${what}.`, {
    hint: `Give a PNG with a transparent window for the photo, at least ${SMALLEST_SIDE} pixels on its longer side.`,
    cause,
  });
}
