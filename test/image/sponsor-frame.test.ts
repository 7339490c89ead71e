import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawInFrame, readSponsorFrame } from '../../core/image/sponsor-frame.js';
import { madeFrame } from './frames.js';

function plain(width: number, height: number, background: string): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg({ quality: 95 })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 54/1 0/1' } })
    .toBuffer();
}

async function pixel(picture: Uint8Array, left: number, top: number): Promise<number[]> {
  const region = sharp(picture).extract({ left, top, width: 1, height: 1 });
  return [...(await region.raw().toBuffer())].slice(0, 3);
}

const near = (colour: readonly number[]) => colour.map((value) => Math.round(value / 40));
const RED = near([224, 0, 0]);
const BLUE = near([0, 0, 250]);

describe("a sponsor's frame", () => {
  it('is kept at the size of a web version, and small', async () => {
    const { png, small } = await readSponsorFrame(
      await madeFrame(3000, 2000, { width: 2000, height: 1500 }),
    );
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1600, height: 1067 });
    expect(await sharp(small).metadata()).toMatchObject({
      width: 400,
      height: 267,
      hasAlpha: true,
    });
  });

  it('stands as its metadata say', async () => {
    const turned = await sharp(await madeFrame())
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer();
    const { png } = await readSponsorFrame(turned);
    expect(await sharp(png).metadata()).toMatchObject({ width: 1067, height: 1600 });
  });

  it.each([
    ['is no PNG, whatever its name', () => plain(1200, 800, 'blue')],
    ['is text', () => Promise.resolve(Buffer.from('not a picture'))],
    ['is cut short', async () => (await madeFrame()).subarray(0, 300)],
    ['is too small', () => madeFrame(600, 400, { width: 400, height: 300 })],
    ['has a window too small', () => madeFrame(1200, 800, { width: 400, height: 400 })],
    [
      'has no window',
      () =>
        sharp({ create: { width: 900, height: 900, channels: 4, background: 'red' } })
          .png()
          .toBuffer(),
    ],
    [
      'has no transparency',
      () =>
        sharp({ create: { width: 900, height: 900, channels: 3, background: 'red' } })
          .png()
          .toBuffer(),
    ],
  ])('is refused where it %s', async (_, picture) => {
    await expect(readSponsorFrame(await picture())).rejects.toMatchObject({
      kind: 'input',
      code: 'frame.unusable',
    });
  });
});

describe('a photo in a frame', () => {
  it('has the size of the frame, the frame around it, and no metadata', async () => {
    const { png } = await readSponsorFrame(await madeFrame());
    const framed = await drawInFrame(await plain(1600, 1067, 'blue'), png);
    const metadata = await sharp(framed).metadata();
    expect(metadata).toMatchObject({ format: 'jpeg', width: 1600, height: 1067 });
    expect(metadata.exif).toBeUndefined();
    expect(near(await pixel(framed, 20, 20))).toEqual(RED);
    expect(near(await pixel(framed, 800, 533))).toEqual(BLUE);
    expect(near(await pixel(framed, 220, 150))).toEqual(BLUE);
  });

  it('is shown whole where it is upright and the frame is not', async () => {
    const { png } = await readSponsorFrame(await madeFrame());
    const photo = await sharp({
      create: { width: 1067, height: 1600, channels: 3, background: 'blue' },
    })
      .composite([
        {
          input: { create: { width: 1067, height: 200, channels: 3, background: 'lime' } },
          left: 0,
          top: 0,
        },
      ])
      .jpeg()
      .toBuffer();
    const framed = await drawInFrame(photo, png);
    // The upper edge of the photo is just below the upper edge of the window.
    expect(near(await pixel(framed, 800, 145))).toEqual(near([0, 250, 0]));
    expect(near(await pixel(framed, 800, 125))).toEqual(RED);
    // Beside it is a darker copy, not a hole.
    const [red = 0, , blue = 0] = await pixel(framed, 230, 700);
    expect(red).toBeLessThan(40);
    expect(blue).toBeGreaterThan(80);
  });
});
