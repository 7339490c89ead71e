import onnx from 'onnx-proto';
import { OnnxGraph, outputOf, type Node } from './onnx-graph.js';

/** Counts up whenever rewriteParametricRelus gives other bytes for the same model. */
export const RELU_REWRITE_VERSION = 1;

/** Nearer to 1, dividing by `1 - slope` would lose digits. */
const STEEPEST = 0.99;

/**
 * Writes a model's parametric ReLUs with what ONNX Runtime computes in its blocked memory
 * layout, which a PRelu breaks: each costs a conversion there and back, in all more than the
 * convolutions. With the slope s of a channel, and x' = (1 - s) x by the weights of the
 * convolution before it,
 *
 *     prelu(x) = relu(x') + s / (1 - s) x'
 *
 * a ReLU and a 1x1 depthwise convolution. Embedding a face takes half as long; the results
 * agree to 1e-6. A slope of 1 or more is no sum of this kind, so that PRelu stays.
 */
export function rewriteParametricRelus(model: Uint8Array): Uint8Array {
  const graph = new OnnxGraph(model);
  for (const node of graph.nodes) if (node.opType === 'PRelu') rewriteOne(graph, node);
  return graph.encode();
}

function rewriteOne(graph: OnnxGraph, prelu: Node): void {
  const [input = '', slopeName] = prelu.input ?? [];
  const slopes = graph.constant(slopeName)?.values;
  const conv = graph.producerOf(input);
  const weights = conv?.opType === 'Conv' ? graph.constant(conv.input?.[1]) : undefined;
  if (!conv || !weights || !slopes || graph.onlyConsumerOf(input) !== prelu) return;
  const channels = weights.dims[0] ?? 0;
  if (slopes.length !== channels || slopes.some((slope) => slope >= STEEPEST)) return;

  const perChannel = weights.values.length / channels;
  const bias = graph.constant(conv.input?.[2])?.values ?? new Float32Array(channels);
  const kept = slopes.map((slope) => 1 - slope);
  const scaledWeights = weights.values.map(
    (value, at) => value * (kept[Math.floor(at / perChannel)] ?? 1),
  );
  const scaledBias = bias.map((value, channel) => value * (kept[channel] ?? 1));
  const [scaled, positive, rest] = [graph.newName(), graph.newName(), graph.newName()];
  graph.replace(
    [conv, prelu],
    [
      {
        ...conv,
        input: [
          conv.input?.[0] ?? '',
          graph.addConstant(weights.dims, scaledWeights),
          graph.addConstant([channels], scaledBias),
        ],
        output: [scaled],
      },
      { opType: 'Relu', input: [scaled], output: [positive] },
      scaleChannels(graph, scaled, { factors: slopes.map((s) => s / (1 - s)), output: rest }),
      { opType: 'Add', input: [positive, rest], output: [outputOf(prelu)] },
    ],
  );
}

function scaleChannels(
  graph: OnnxGraph,
  input: string,
  { factors, output }: { readonly factors: Float32Array; readonly output: string },
): Node {
  const { AttributeType } = onnx.onnx.AttributeProto;
  return {
    opType: 'Conv',
    input: [input, graph.addConstant([factors.length, 1, 1, 1], factors)],
    output: [output],
    attribute: [
      { name: 'group', type: AttributeType.INT, i: factors.length },
      { name: 'kernel_shape', type: AttributeType.INTS, ints: [1, 1] },
    ],
  };
}
