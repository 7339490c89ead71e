import sharp from 'sharp';

/**
 * @param luma one byte a square, black or white, row by row
 * @param side squares in a row, and rows
 * @param scale pixels of the side of a square
 * @returns PNG in grey
 */
export function encodeSquares(luma: Uint8Array, side: number, scale: number): Promise<Buffer> {
  return sharp(luma, { raw: { width: side, height: side, channels: 1 } })
    .resize(side * scale, side * scale, { kernel: 'nearest' })
    .toColourspace('b-w')
    .png({ compressionLevel: 9 })
    .toBuffer();
}
