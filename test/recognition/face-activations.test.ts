import { describe, expect, it } from 'vitest';
import { rewriteParametricRelus } from '../../core/recognition/face-activations.js';
import { readFaceModel } from '../../core/recognition/face-models.js';
import { openFaceSession } from '../../core/recognition/face-session.js';
import { OnnxGraph } from '../../core/recognition/onnx-graph.js';

const SHAPE = [1, 3, 112, 112];

/** Any smooth pattern with both signs uses both branches of the activations. */
const PATTERN = Float32Array.from(
  { length: 3 * 112 * 112 },
  (_, at) => (Math.sin(at * 0.37) + Math.cos(at * 0.0013)) / 2,
);

async function embed(model: Uint8Array): Promise<Float32Array> {
  const session = await openFaceSession(model);
  const output = await session.run(PATTERN, SHAPE);
  const values = Float32Array.from(output('output'));
  await session.close();
  return values;
}

const countOf = (model: Uint8Array, operator: string) =>
  new OnnxGraph(model).nodes.filter(({ opType }) => opType === operator).length;

describe('rewriting the parametric ReLUs of the embedding model', () => {
  it('changes no result by more than rounding', async () => {
    const model = await readFaceModel('feature');
    const [before, after] = [await embed(model), await embed(rewriteParametricRelus(model))];
    expect(after).toHaveLength(512);
    before.forEach((value, at) => expect(after[at]).toBeCloseTo(value, 5));
  });

  it('leaves only the one whose slope is above 1', async () => {
    const model = await readFaceModel('feature');
    expect(countOf(model, 'PRelu')).toBe(33);
    expect(countOf(rewriteParametricRelus(model), 'PRelu')).toBe(1);
  });

  it('leaves a model without them its operators', async () => {
    const model = await readFaceModel('landmark');
    expect(countOf(rewriteParametricRelus(model), 'Conv')).toBe(countOf(model, 'Conv'));
  });

  it('refuses what is no model', () => {
    expect(() => rewriteParametricRelus(new Uint8Array())).toThrow(
      'Expected an ONNX model with a graph',
    );
  });
});
