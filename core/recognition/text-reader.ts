import { Tensor } from 'onnxruntime-node';
import { openSession, soleFloatOutput } from './onnx-session.js';
import { CROP_HEIGHT, type TextCrop } from './text-crop.js';
import { decodeCtc, type ReadCharacter } from './text-ctc.js';

export interface TextReader {
  /** The characters of one line, left to right. */
  read(crop: TextCrop): Promise<ReadCharacter[]>;
  close(): Promise<void>;
}

/** `alphabet` is the model's dictionary, one character per class after the blank. */
export async function createTextReader(
  model: Uint8Array,
  alphabet: readonly string[],
): Promise<TextReader> {
  const session = await openSession(model);
  return {
    async read({ planes, width }) {
      const input = new Tensor('float32', planes, [1, 3, CROP_HEIGHT, width]);
      const { data, dims } = soleFloatOutput(await session.run({ x: input }));
      const steps = dims[1] ?? 0;
      return decodeCtc(data, steps, alphabet);
    },
    close: () => session.release(),
  };
}
