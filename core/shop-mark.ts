import type { Settings } from './config/settings.js';
import { readWatermarkPicture } from './image/watermark-picture.js';
import type { WatermarkSource } from './image/watermark-source.js';

/** The mark of this shop: its picture, read when it is wanted first, else its text. */
export function markOf({
  watermarkText: text,
  watermarkPicture: file,
}: Pick<Settings, 'watermarkText' | 'watermarkPicture'>): () => Promise<WatermarkSource> {
  let picture: Promise<WatermarkSource> | undefined;
  return () => {
    if (file === undefined) return Promise.resolve({ kind: 'text', text });
    // One that cannot be read now is tried again by the next visitor.
    picture ??= readWatermarkPicture(file).catch((error: unknown) => {
      picture = undefined;
      throw error;
    });
    return picture;
  };
}
