import { readWatermarkPicture } from './watermark-picture.js';

/**
 * Draws the mark once, so that a picture that gives none is refused before anything waits for it.
 * FocusError `config`: `watermark.no-picture`, `watermark.bad-picture`.
 */
export async function checkWatermarkPicture(file: string | undefined): Promise<void> {
  if (file === undefined) return;
  const source = await readWatermarkPicture(file);
  // The main thread draws nothing else: sharp is loaded only where there is a picture.
  const { DENSE, renderTile } = await import('./watermark-tile.js');
  await renderTile(source, 0, DENSE);
}
