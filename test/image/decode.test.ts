import { beforeAll, describe, expect, it } from 'vitest';
import sharp, { type OverlayOptions, type Sharp } from 'sharp';
import { decodePhoto, type DecodedPhoto, type DecodeOptions } from '../../core/image/decode.js';
import { drawnPicture, meanColour } from './pictures.js';

async function decoded(bytes: Uint8Array, options?: DecodeOptions): Promise<DecodedPhoto> {
  const result = await decodePhoto(bytes, options);
  if (result.kind === 'failed') throw new Error(result.reason);
  return result;
}

/** Red, green, blue and yellow quarters, so that every turn of the picture shows. */
function quarters(): Promise<Buffer> {
  const quarter = (left: number, top: number, background: string): OverlayOptions => ({
    input: { create: { width: 60, height: 40, channels: 3, background } },
    left,
    top,
  });
  return sharp({ create: { width: 120, height: 80, channels: 3, background: '#ff0000' } })
    .composite([quarter(60, 0, '#00ff00'), quarter(0, 40, '#0000ff'), quarter(60, 40, '#ffff00')])
    .removeAlpha()
    .png()
    .toBuffer();
}

describe('decodePhoto', () => {
  let large: Buffer;
  beforeAll(async () => {
    large = await drawnPicture(2400, 1600).jpeg({ quality: 85 }).toBuffer();
  });

  it('gives three channels of at most 1600 px and the size of the original', async () => {
    const { image, width, height } = await decoded(large);
    expect([width, height]).toEqual([2400, 1600]);
    expect([image.width, image.height]).toEqual([1600, 1067]);
    expect(image.data.length).toBe(1600 * 1067 * 3);
  });

  it('never enlarges', async () => {
    const { image } = await decoded(await drawnPicture(300, 200).png().toBuffer());
    expect([image.width, image.height]).toEqual([300, 200]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns EXIF orientation %i upright', async (orientation) => {
    const upright = await quarters();
    const written = await sharp(upright).withMetadata({ orientation }).png().toBuffer();
    const expected = await sharp(written).autoOrient().raw().toBuffer();
    const fromTag = await decoded(written);
    expect(expected.equals(fromTag.image.data)).toBe(true);
    expect([fromTag.width, fromTag.height]).toEqual(orientation >= 5 ? [80, 120] : [120, 80]);
    // A preview in a raw file has no tag of its own.
    const fromOption = await decoded(upright, { orientation });
    expect(expected.equals(fromOption.image.data)).toBe(true);
  });

  it.each([
    ['CMYK JPEG', (picture: Sharp) => picture.toColourspace('cmyk').jpeg({ quality: 95 })],
    ['progressive JPEG', (picture: Sharp) => picture.jpeg({ progressive: true })],
    ['16-bit PNG', (picture: Sharp) => picture.toColourspace('rgb16').png()],
    ['16-bit TIFF', (picture: Sharp) => picture.toColourspace('rgb16').tiff()],
    ['PNG with a palette', (picture: Sharp) => picture.png({ palette: true })],
    ['lossless WebP', (picture: Sharp) => picture.webp({ lossless: true })],
    ['AVIF', (picture: Sharp) => picture.avif({ quality: 80, effort: 0 })],
    ['Display P3 JPEG', (picture: Sharp) => picture.withIccProfile('p3').jpeg()],
  ])('brings a %s to 8-bit sRGB', async (_name, encode) => {
    const grey = sharp({ create: { width: 64, height: 48, channels: 3, background: '#b46432' } });
    const { image } = await decoded(await encode(grey).toBuffer());
    const [red, green, blue] = meanColour(image, { left: 0, top: 0, right: 1, bottom: 1 });
    // CMYK has no exact way back; the others are within the codecs' rounding.
    const tolerance = _name === 'CMYK JPEG' ? 40 : 6;
    expect(Math.abs(red - 0xb4)).toBeLessThan(tolerance);
    expect(Math.abs(green - 0x64)).toBeLessThan(tolerance);
    expect(Math.abs(blue - 0x32)).toBeLessThan(tolerance);
  });

  it('makes three equal channels of a grey photo', async () => {
    const { image } = await decoded(await drawnPicture(64, 48).greyscale().jpeg().toBuffer());
    expect(image.data.length).toBe(64 * 48 * 3);
    expect(image.data[0]).toBe(image.data[1]);
  });

  it('lays transparent parts on white', async () => {
    const clear = sharp({
      create: { width: 32, height: 32, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
    });
    const { image } = await decoded(await clear.png().toBuffer());
    expect([...image.data.subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  it('fails a JPEG cut at every tenth byte, and never gives half a picture', async () => {
    const whole = await drawnPicture(24, 16).jpeg({ quality: 60 }).toBuffer();
    expect((await decodePhoto(whole)).kind).toBe('decoded');
    for (let length = 0; length < whole.length; length += 10) {
      const result = await decodePhoto(whole.subarray(0, length));
      expect(result.kind, `cut to ${length} bytes`).toBe('failed');
    }
  });

  it.each(['png', 'webp', 'tiff', 'avif'] as const)('fails half a %s', async (format) => {
    const whole = await drawnPicture(240, 160).toFormat(format).toBuffer();
    const result = await decodePhoto(whole.subarray(0, whole.length / 2));
    expect(result).toMatchObject({ kind: 'failed' });
  });

  it('fails a JPEG with damage in the middle, which libjpeg would paint grey', async () => {
    const damaged = Buffer.from(large);
    damaged.fill(0xff, damaged.length / 2, damaged.length / 2 + 400);
    expect(await decodePhoto(damaged)).toMatchObject({ kind: 'failed' });
  });

  it('lets harmless oddities pass: bytes after the end, and between the last markers', async () => {
    const trailing = Buffer.concat([large, Buffer.alloc(500, 0x41)]);
    expect((await decodePhoto(trailing)).kind).toBe('decoded');
    const start = large.subarray(0, 2);
    const between = Buffer.concat([start, Buffer.from([0, 0, 0]), large.subarray(2)]);
    expect((await decodePhoto(between)).kind).toBe('decoded');
  });

  it('refuses more pixels than the limit, and says so', async () => {
    const bomb = await sharp({
      create: { width: 5000, height: 5000, channels: 3, background: '#000' },
    })
      .png()
      .toBuffer();
    const result = await decodePhoto(bomb, { maxPixels: 24_000_000 });
    expect(result).toMatchObject({ kind: 'failed', reason: expect.stringContaining('pixels') });
  });

  it('gives a reason on one line for what is no picture at all', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('no picture'), Buffer.alloc(1000)]) {
      const result = await decodePhoto(bytes);
      expect(result).toMatchObject({ kind: 'failed', reason: expect.not.stringContaining('\n') });
    }
  });
});
