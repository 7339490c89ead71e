import { beforeAll, describe, expect, it } from 'vitest';
import sharp, { type Sharp } from 'sharp';
import { exposure } from '../../core/image/exposure.js';
import { halveToLuma, type LumaImage } from '../../core/image/luma.js';
import { qualityScore } from '../../core/image/quality.js';
import { toPixels } from '../../core/image/raw-pixels.js';
import { boxSharpness, sharpness } from '../../core/image/sharpness.js';
import { drawnPicture } from './pictures.js';

const lumaOf = async (picture: Sharp): Promise<LumaImage> => halveToLuma(await toPixels(picture));

const THRESHOLD = 30;

/** A camera that moved sideways by this many pixels. */
function shaken(picture: Sharp, pixels: number): Sharp {
  const row = (value: number): number[] => new Array<number>(pixels).fill(value);
  return picture.convolve({ width: pixels, height: 3, kernel: [...row(0), ...row(1), ...row(0)] });
}

describe('sharpness', () => {
  let picture: Sharp;
  beforeAll(() => {
    picture = drawnPicture(1600, 1067);
  });

  it('is far above the default threshold for a sharp picture', async () => {
    expect(await sharpnessOf(picture.clone())).toBeGreaterThan(3 * THRESHOLD);
  });

  it('is below it for defocus, and for a camera that shook in one direction', async () => {
    expect(await sharpnessOf(picture.clone().blur(6))).toBeLessThan(THRESHOLD);
    expect(await sharpnessOf(shaken(picture.clone(), 31))).toBeLessThan(THRESHOLD);
  });

  it('falls the more a picture is blurred', async () => {
    const values = await Promise.all(
      [0.5, 1, 2, 4, 8].map((sigma) => sharpnessOf(picture.clone().blur(sigma))),
    );
    expect([...values].sort((a, b) => b - a)).toEqual(values);
  });

  it('keeps a sharp runner before a background blurred by panning', async () => {
    const runner = await picture
      .clone()
      .extract({ left: 640, top: 250, width: 320, height: 700 })
      .png()
      .toBuffer();
    const panned = shaken(picture.clone(), 31);
    const photo = await panned.png().toBuffer();
    const whole = sharp(photo)
      .composite([{ input: runner, left: 640, top: 250 }])
      .removeAlpha();
    const luma = await lumaOf(whole);
    expect(sharpness(luma)).toBeGreaterThan(THRESHOLD);
    const onRunner = { left: 0.42, top: 0.3, width: 0.15, height: 0.5 };
    const onBackground = { left: 0.05, top: 0.3, width: 0.15, height: 0.5 };
    expect(boxSharpness(luma, onRunner)).toBeGreaterThan(10 * boxSharpness(luma, onBackground));
  });

  it('keeps a photo that is mostly sky', async () => {
    const sky = picture.clone().extract({ left: 0, top: 0, width: 1600, height: 220 });
    const bytes = await sky.extend({ top: 847, background: '#88aaee' }).png().toBuffer();
    expect(await sharpnessOf(sharp(bytes))).toBeGreaterThan(THRESHOLD);
  });

  it('measures pictures of any size, and boxes at the edges', () => {
    for (const [width, height] of [
      [1, 1],
      [3, 3],
      [20, 4],
      [800, 2],
    ] as const) {
      const luma = { data: new Uint8Array(width * height), width, height };
      expect(sharpness(luma)).toBe(0);
      expect(boxSharpness(luma, { left: 0.99, top: 0, width: 0.01, height: 1 })).toBe(0);
    }
  });
});

async function sharpnessOf(picture: Sharp): Promise<number> {
  return sharpness(await lumaOf(picture));
}

describe('exposure', () => {
  const flat = (value: number): LumaImage => ({
    data: new Uint8Array(100).fill(value),
    width: 10,
    height: 10,
  });

  it('is full in the middle and nothing at the ends', () => {
    expect(exposure(flat(120)).score).toBe(100);
    expect(exposure(flat(0)).score).toBe(0);
    expect(exposure(flat(255)).score).toBe(0);
    expect(exposure(flat(40)).score).toBeGreaterThan(exposure(flat(20)).score);
  });

  it('counts what is clipped', () => {
    const half = flat(120);
    half.data.fill(255, 0, 25);
    half.data.fill(0, 25, 35);
    expect(exposure(half)).toMatchObject({ clippedHighlights: 0.25, clippedShadows: 0.1 });
    expect(exposure(half).score).toBeLessThan(50);
  });
});

describe('qualityScore', () => {
  it('stays between 0 and 100', () => {
    expect(qualityScore({ sharpness: 0, exposure: 0, faceSharpness: [0] })).toBe(0);
    expect(qualityScore({ sharpness: 1e6, exposure: 100, faceSharpness: [1e6] })).toBe(100);
  });

  it('prefers the photo with the sharper face, and takes the best of several', () => {
    const score = (...faceSharpness: number[]): number =>
      qualityScore({ sharpness: 300, exposure: 80, faceSharpness });
    expect(score(400)).toBeGreaterThan(score(40));
    expect(score(40, 400)).toBe(score(400));
  });
});
