import { createRequire } from 'node:module';
import sharp from 'sharp';

/** What social networks ask for a large card (https://ogp.me; 1.91:1). */
const TEASER_SIZE = { width: 1200, height: 630 } as const;

const BAND_HEIGHT = 120;
const MARGIN = 48;
const NIGHT = '#14171b';
const VOLT = '#d7f94a';

/**
 * The picture of a social card: a watermarked preview, cut to the card's shape, over a band with the
 * event's name.
 *
 * @param preview JPEG; its watermark stays
 * @returns JPEG of 1200 by 630 pixels
 */
export async function drawTeaser(preview: Uint8Array, eventName: string): Promise<Buffer> {
  const { width, height } = TEASER_SIZE;
  const picture = await sharp(preview)
    // The upper part of an upright photo: that is where faces are.
    .resize(width, height - BAND_HEIGHT, { fit: 'cover', position: 'north' })
    .toBuffer();
  const name = await drawName(eventName, width - 2 * MARGIN, BAND_HEIGHT - 40);
  const stripe = { create: { width, height: 8, channels: 3, background: VOLT } } as const;
  return sharp({ create: { width, height, channels: 3, background: NIGHT } })
    .composite([
      { input: picture, left: 0, top: 0 },
      { input: stripe, left: 0, top: height - BAND_HEIGHT },
      { input: name, left: MARGIN, top: height - BAND_HEIGHT + 26 },
    ])
    .jpeg({ quality: 78 })
    .toBuffer();
}

async function drawName(text: string, width: number, height: number): Promise<Buffer> {
  const fontfile = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/open-sans/700Bold/OpenSans_700Bold.ttf',
  );
  // Pango reads markup: the name is shown, whatever signs are in it.
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const name = sharp({
    text: {
      text: `<span foreground="white">${escaped}</span>`,
      font: 'Open Sans Bold',
      fontfile,
      rgba: true,
      dpi: 250,
    },
  });
  return name.resize(width, height, { fit: 'inside', withoutEnlargement: true }).png().toBuffer();
}
