import { Tensor } from 'onnxruntime-node';
import { openSession } from './onnx-session.js';

/** A model with one float input, called `input`; gives its outputs by name. */
export interface FaceSession {
  run(values: Float32Array, shape: readonly number[]): Promise<(output: string) => Float32Array>;
  close(): Promise<void>;
}

export async function openFaceSession(model: Uint8Array): Promise<FaceSession> {
  const session = await openSession(model);
  return {
    async run(values, shape) {
      const outputs = await session.run({ input: new Tensor('float32', values, shape) });
      return (name) => {
        const data = outputs[name]?.data;
        if (!(data instanceof Float32Array))
          throw new TypeError(`Expected floats in the model's output "${name}"`);
        return data;
      };
    },
    close: () => session.release(),
  };
}
