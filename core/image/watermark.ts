import type { RgbImage } from '../ports/vision.js';
import { renderTile, type Tile, type WatermarkSource } from './watermark-tile.js';

/** Lays the mark over a picture, in the way that belongs to the photo with this SHA-256. */
export type Watermark = (image: RgbImage, sha256: string) => RgbImage;

/** In degrees. Several, because a mark that is the same on every photo is taken off by a machine. */
const ANGLES = [-34, -28, -22, 22, 28, 34] as const;

/**
 * Renders the tiles of a watermark, once: to be made per worker and used for all its photos. Angle
 * and place vary with the photo's SHA-256 alone, so that the same photo always looks the same.
 */
export async function createWatermark(source: WatermarkSource): Promise<Watermark> {
  const tiles = await Promise.all(ANGLES.map((degrees) => renderTile(source, degrees)));
  return (image, sha256) => {
    const seed = Buffer.from(sha256.slice(0, 16), 'hex');
    const tile = tiles[(seed[0] ?? 0) % tiles.length]!;
    const offset = { x: seed.readUInt16BE(2) % tile.width, y: seed.readUInt16BE(4) % tile.height };
    return blend(image, tile, offset);
  };
}

/**
 * "Over" of Porter and Duff, in integers: a few milliseconds on a preview, where a composite in
 * libvips converts and premultiplies both pictures first.
 */
function blend(image: RgbImage, tile: Tile, offset: { x: number; y: number }): RgbImage {
  const data = new Uint8Array(image.data);
  const { data: mark, width: tileWidth } = tile;
  for (let y = 0, out = 0; y < image.height; y += 1) {
    const row = ((y + offset.y) % tile.height) * tileWidth;
    for (let x = 0, column = offset.x; x < image.width; x += 1, column += 1, out += 3) {
      if (column === tileWidth) column = 0;
      const at = (row + column) * 4;
      const alpha = mark[at + 3]!;
      if (alpha === 0) continue;
      const rest = 255 - alpha;
      data[out] = (data[out]! * rest + mark[at]! * alpha) / 255;
      data[out + 1] = (data[out + 1]! * rest + mark[at + 1]! * alpha) / 255;
      data[out + 2] = (data[out + 2]! * rest + mark[at + 2]! * alpha) / 255;
    }
  }
  return { data, width: image.width, height: image.height };
}
