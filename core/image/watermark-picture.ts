import { readFile } from 'node:fs/promises';
import { FocusError } from '../errors.js';
import type { WatermarkSource } from './watermark-source.js';

/** The seller's PNG from its file, not yet decoded. FocusError `config` `watermark.no-picture`. */
export async function readWatermarkPicture(file: string): Promise<WatermarkSource> {
  try {
    return { kind: 'picture', png: await readFile(file) };
  } catch (cause) {
    throw new FocusError(
      'config',
      'watermark.no-picture',
      `The watermark picture ${file} cannot be read`,
      {
        hint: 'Set watermarkPicture to a PNG that can be read, or unset it.',
        cause,
      },
    );
  }
}
