import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FocusError } from '../errors.js';

const PACKAGE = 'faceplugin-face-recognition-js';

export type FaceModel = 'detect' | 'landmark' | 'feature' | 'eye';

/**
 * The bytes of one of the face models, which travel inside an npm package.
 * FocusError `config` `face.model-missing` where the package is not installed.
 */
export async function readFaceModel(model: FaceModel): Promise<Uint8Array> {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`);
    return await readFile(join(dirname(manifest), 'model', `fr_${model}.onnx`));
  } catch (cause) {
    throw new FocusError(
      'config',
      'face.model-missing',
      `The face model "${model}" is not installed`,
      {
        hint: `Install the dependencies again: ${PACKAGE} brings it.`,
        cause,
      },
    );
  }
}
