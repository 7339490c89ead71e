import { createRequire } from 'node:module';
import sharp from 'sharp';
import { FocusError } from '../errors.js';
import type { WatermarkSource } from './watermark-source.js';

/** Straight (not premultiplied) RGBA, meant to be repeated in both directions. */
export interface Tile {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Wide enough to be read on a preview of 1200 px, and on its thumbnail. */
const MARK_WIDTH = 280;
const MARK_HEIGHT = 90;

/** How strong a mark is, and how close to the next. */
export interface MarkStyle {
  /** Of the text's white and of its dark rim, which shows it on white singlets and bright skies. */
  readonly text: number;
  readonly rim: number;
  readonly picture: number;
  /** Empty space between two marks, in pixels. */
  readonly gap: { readonly across: number; readonly down: number };
}

/** For pictures that are shown to be bought: nobody is content with one. */
export const DENSE: MarkStyle = {
  text: 0.6,
  rim: 0.35,
  picture: 0.5,
  gap: { across: 70, down: 46 },
};
/** For a cover, which is looked at as a whole: seen by who looks for it, and in every part of it. */
export const CALM: MarkStyle = {
  text: 0.3,
  rim: 0.18,
  picture: 0.25,
  gap: { across: 150, down: 110 },
};

/**
 * Renders one tile: the mark turned by `degrees`, twice, the lower one moved by half of the width
 * as bricks are laid, so that no straight strip of the picture stays free.
 *
 * @throws FocusError config for a text or picture that gives no mark
 */
export async function renderTile(
  source: WatermarkSource,
  degrees: number,
  style: MarkStyle,
): Promise<Tile> {
  const mark = await renderMark(source, style);
  const turned = await sharp(mark)
    .rotate(degrees, { background: CLEAR })
    .trim({ background: CLEAR, threshold: 0 })
    .png()
    .toBuffer({ resolveWithObject: true });
  const width = turned.info.width + style.gap.across;
  const height = turned.info.height + style.gap.down;
  const upper = { input: turned.data, left: 0, top: 0 };
  const brick = await sharp({ create: { width, height, channels: 4, background: CLEAR } })
    .composite([upper])
    .raw()
    .toBuffer();
  const data = Buffer.concat([brick, shiftRows(brick, width, width >> 1)]);
  return { data, width, height: height * 2 };
}

const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 };

function shiftRows(rgba: Buffer, width: number, by: number): Buffer {
  const shifted = Buffer.alloc(rgba.length);
  for (let row = 0; row < rgba.length; row += width * 4) {
    rgba.copy(shifted, row + by * 4, row, row + (width - by) * 4);
    rgba.copy(shifted, row, row + (width - by) * 4, row + width * 4);
  }
  return shifted;
}

async function renderMark(source: WatermarkSource, style: MarkStyle): Promise<Buffer> {
  try {
    return await (source.kind === 'text'
      ? textMark(source.text, style)
      : pictureMark(source.png, style));
  } catch (cause) {
    throw source.kind === 'text'
      ? new FocusError('config', 'watermark.bad-text', 'The watermark text cannot be drawn', {
          hint: 'Give a text of a few words, such as your name.',
          cause,
        })
      : new FocusError('config', 'watermark.bad-picture', 'The watermark picture gives no mark', {
          hint: 'Set watermarkPicture to a whole PNG that shows something, best on a transparent background, or unset it.',
          cause,
        });
  }
}

async function textMark(text: string, style: MarkStyle): Promise<Buffer> {
  const { data, info } = await sharp({
    text: {
      text: escapeMarkup(text.trim()),
      // The font comes with the program: a server or a container has none to offer.
      fontfile: createRequire(import.meta.url).resolve(FONT_FILE),
      font: 'Open Sans Bold',
      width: MARK_WIDTH,
      height: MARK_HEIGHT,
      align: 'centre',
    },
  })
    .extend({ top: 6, bottom: 6, left: 6, right: 6, background: '#000000' })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const size = { width: info.width, height: info.height };
  const rim = await sharp(data, { raw: { ...size, channels: 1 } })
    .blur(2.2)
    .extractChannel(0)
    .raw()
    .toBuffer();
  return sharp(paint(data, rim, style), { raw: { ...size, channels: 4 } })
    .png()
    .toBuffer();
}

const FONT_FILE = '@expo-google-fonts/open-sans/700Bold/OpenSans_700Bold.ttf';

/** White where the text is, black in its rim: alpha and colour of one laid over the other. */
function paint(text: Buffer, rim: Buffer, style: MarkStyle): Buffer {
  const rgba = Buffer.alloc(text.length * 4);
  for (let pixel = 0; pixel < text.length; pixel += 1) {
    const white = (text[pixel]! / 255) * style.text;
    const dark = Math.min(1, (rim[pixel]! / 255) * 1.6) * style.rim * (1 - white);
    const alpha = white + dark;
    rgba.fill(alpha === 0 ? 0 : (255 * white) / alpha, pixel * 4, pixel * 4 + 3);
    rgba[pixel * 4 + 3] = Math.round(255 * alpha);
  }
  return rgba;
}

/** sharp reads the text as Pango markup. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

async function pictureMark(png: Uint8Array, style: MarkStyle): Promise<Buffer> {
  // Anything else may have no transparency, and veil the whole photo.
  if ((await sharp(png).metadata()).format !== 'png') throw new Error('Not a PNG');
  const { data, info } = await sharp(png)
    .resize(MARK_WIDTH, MARK_WIDTH, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let strongest = 0;
  for (let at = 3; at < data.length; at += 4) {
    data[at] = Math.round(data[at]! * style.picture);
    strongest = Math.max(strongest, data[at]!);
  }
  // Nothing to see would put clean pictures on show.
  if (strongest === 0) throw new Error('All of it is transparent');
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
    .png()
    .toBuffer();
}
