import sharp from 'sharp';
import type { RgbImage } from '../../core/ports/vision.js';

/** The public-domain portraits of the made-up race: see fixtures/README.md. */
export type Portrait = 'collins' | 'hopper' | 'morisot';

const fileOf = (portrait: Portrait) =>
  new URL(`../../fixtures/faces/${portrait}.png`, import.meta.url).pathname;

interface Placed {
  readonly portrait: Portrait;
  readonly left: number;
  readonly top: number;
  /** Pixels of the portrait's width in the picture. */
  readonly width: number;
  /** Radius in pixels of a blur as by a lens out of focus. */
  readonly blur?: number;
}

/** Portraits on a grey picture of the size of a web version, once through JPEG. */
export async function pictureOf(
  people: readonly Placed[],
  size: { readonly width: number; readonly height: number } = { width: 1600, height: 1067 },
): Promise<RgbImage> {
  const layers = people.map(async ({ portrait, left, top, width, blur }) => {
    const scaled = sharp(fileOf(portrait)).resize({ width });
    return { input: await (blur ? scaled.blur(blur) : scaled).png().toBuffer(), left, top };
  });
  const jpeg = await sharp({ create: { ...size, channels: 3, background: '#7a8a7a' } })
    .composite(await Promise.all(layers))
    .jpeg({ quality: 80 })
    .toBuffer();
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
