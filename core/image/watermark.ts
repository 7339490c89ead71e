import type { RgbImage } from '../ports/vision.js';
import type { WatermarkSource } from './watermark-source.js';
import { DENSE, renderTile, type MarkStyle, type Tile } from './watermark-tile.js';

/** Lays the mark over a picture, in the way that belongs to the photo with this SHA-256. */
export type Watermark = (image: RgbImage, sha256: string) => RgbImage;

/** In degrees. Several, because a mark that is the same on every photo is taken off by a machine. */
const ANGLES = [-34, -28, -22, 22, 28, 34] as const;

/**
 * Renders the tiles of a watermark, once: to be made per worker and used for all its photos. Angle
 * and place vary with the photo's SHA-256 alone, so that the same photo always looks the same.
 */
export async function createWatermark(
  source: WatermarkSource,
  style: MarkStyle = DENSE,
): Promise<Watermark> {
  const stencils = await Promise.all(
    ANGLES.map(async (degrees) => stencilOf(await renderTile(source, degrees, style))),
  );
  return (image, sha256) => {
    const seed = Buffer.from(sha256.slice(0, 16), 'hex');
    const stencil = stencils[(seed[0] ?? 0) % stencils.length]!;
    const { width, height } = stencil.tile;
    const offset = { x: seed.readUInt16BE(2) % width, y: seed.readUInt16BE(4) % height };
    return blend(image, stencil, offset);
  };
}

/** A tile, and where there is anything in it: three quarters of it are empty. */
interface Stencil {
  readonly tile: Tile;
  /** For each row, first and last (not included) column of every stretch that is not clear. */
  readonly stretches: readonly (readonly number[])[];
}

function stencilOf(tile: Tile): Stencil {
  const stretches = Array.from({ length: tile.height }, (_, row) => {
    const edges: number[] = [];
    for (let column = 0; column <= tile.width; column += 1) {
      const marked = column < tile.width && tile.data[(row * tile.width + column) * 4 + 3] !== 0;
      if (marked === (edges.length % 2 === 0)) edges.push(column);
    }
    return edges;
  });
  return { tile, stretches };
}

/**
 * "Over" of Porter and Duff, in integers: a few milliseconds on a preview, where a composite in
 * libvips converts and premultiplies both pictures first.
 */
function blend(
  image: RgbImage,
  { tile, stretches }: Stencil,
  offset: { x: number; y: number },
): RgbImage {
  const { width, height } = image;
  const data = new Uint8Array(image.data);
  for (let y = 0; y < height; y += 1) {
    const row = (y + offset.y) % tile.height;
    const edges = stretches[row]!;
    for (let left = -offset.x; left < width; left += tile.width) {
      for (let i = 0; i < edges.length; i += 2) {
        const from = Math.max(0, left + edges[i]!);
        const pixels = Math.min(width, left + edges[i + 1]!) - from;
        blendRun(
          data,
          (y * width + from) * 3,
          tile.data,
          (row * tile.width + from - left) * 4,
          pixels,
        );
      }
    }
  }
  return { data, width, height };
}

function blendRun(
  data: Uint8Array,
  out: number,
  mark: Uint8Array,
  at: number,
  pixels: number,
): void {
  for (let pixel = 0; pixel < pixels; pixel += 1, out += 3, at += 4) {
    const alpha = mark[at + 3]!;
    const rest = 255 - alpha;
    data[out] = (data[out]! * rest + mark[at]! * alpha) / 255;
    data[out + 1] = (data[out + 1]! * rest + mark[at + 1]! * alpha) / 255;
    data[out + 2] = (data[out + 2]! * rest + mark[at + 2]! * alpha) / 255;
  }
}
