import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { readTextModels } from '../../core/recognition/model-text.js';
import { OnnxGraph } from '../../core/recognition/onnx-graph.js';
import { rewriteForSpeed } from '../../core/recognition/onnx-rewrite.js';
import { openSession, soleFloatOutput } from '../../core/recognition/onnx-session.js';

const MODELS = [
  ['detection', [1, 3, 96, 160]],
  ['reading', [1, 3, 48, 96]],
] as const;

async function run(model: Uint8Array, dims: readonly number[]): Promise<Float32Array> {
  const session = await openSession(model);
  const length = dims.reduce((product, dim) => product * dim, 1);
  // Any smooth pattern with both signs exercises the clips of the activations.
  const input = Float32Array.from(
    { length },
    (_, at) => Math.sin(at * 0.37) + Math.cos(at * 0.0013),
  );
  const output = soleFloatOutput(await session.run({ x: new Tensor('float32', input, dims) }));
  await session.release();
  return Float32Array.from(output.data);
}

describe.each(MODELS)('rewriting the %s model', (name, dims) => {
  it('changes no result by more than rounding', async () => {
    const { [name]: model } = await readTextModels();
    const [before, after] = [await run(model, dims), await run(rewriteForSpeed(model), dims)];
    const largest = before.reduce(
      (worst, value, at) => Math.max(worst, Math.abs(value - (after[at] ?? NaN))),
      0,
    );
    expect(largest).toBeLessThan(1e-5);
  });

  it('leaves no hard-swish written out, which would break the memory layout', async () => {
    const { [name]: model } = await readTextModels();
    const operators = (bytes: Uint8Array) => new OnnxGraph(bytes).nodes.map(({ opType }) => opType);
    expect(operators(model)).toContain('Clip');
    expect(operators(rewriteForSpeed(model))).not.toContain('Clip');
  });

  it('finds nothing more to do in its own result', async () => {
    const { [name]: model } = await readTextModels();
    const once = rewriteForSpeed(model);
    // Not toEqual: comparing millions of bytes one by one takes minutes.
    expect(Buffer.compare(rewriteForSpeed(once), once)).toBe(0);
  });
});

it('enlarges the detector’s map at low resolution, without transposed convolutions', async () => {
  const { detection } = await readTextModels();
  const operators = new OnnxGraph(rewriteForSpeed(detection)).nodes.map(({ opType }) => opType);
  expect(operators).not.toContain('ConvTranspose');
  expect(operators).toContain('DepthToSpace');
});

it('refuses what is no model', () => {
  expect(() => rewriteForSpeed(new Uint8Array())).toThrow('Expected an ONNX model with a graph');
});

it('opens the rewritten model with the names of the original', async () => {
  const { detection } = await readTextModels();
  const session = await InferenceSession.create(rewriteForSpeed(detection));
  expect(session.inputNames).toEqual(['x']);
  await session.release();
});
