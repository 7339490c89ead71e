import { Tensor } from 'onnxruntime-node';
import { openSession, soleFloatOutput } from './onnx-session.js';
import type { TextBox } from './text-box.js';
import type { TextCanvas } from './text-canvas.js';
import { boxesOfTextMap } from './text-components.js';

export interface TextDetector {
  /** Lines of text on the canvas, whose sides are multiples of 32; boxes in canvas pixels. */
  detect(canvas: TextCanvas): Promise<TextBox[]>;
  close(): Promise<void>;
}

export async function createTextDetector(model: Uint8Array): Promise<TextDetector> {
  const session = await openSession(model);
  return {
    async detect({ planes, width, height }) {
      const output = soleFloatOutput(
        await session.run({ x: new Tensor('float32', planes, [1, 3, height, width]) }),
      );
      return boxesOfTextMap(output.data, width, height);
    },
    close: () => session.release(),
  };
}
