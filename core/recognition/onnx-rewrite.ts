import onnx from 'onnx-proto';
import { attributeOf, integersOf, outputOf, OnnxGraph, type Node } from './onnx-graph.js';
import { rewriteUpsamplingHead } from './onnx-upsampling-head.js';

/** Counts up whenever rewriteForSpeed gives other bytes for the same model. */
export const REWRITE_VERSION = 2;

/**
 * Rewrites that leave a convolutional model's results as they are (to float rounding)
 * and let ONNX Runtime keep its blocked memory layout between convolutions: every
 * element-wise node with a scalar operand forces a conversion there and back.
 *
 * - Conv, then `* a`, then `+ b`: into the convolution's weights and bias.
 * - hard-swish written as `x * clip(x + 3, 0, 6) / 6`: as `x * HardSigmoid(x)`.
 * - `* s + t` before convolutions: into these when they do not pad, else a 1x1
 *   depthwise convolution, since padding inserts zeros after the shift, not before.
 * - The detector's enlarging head: at low resolution, see rewriteUpsamplingHead.
 */
export function rewriteForSpeed(model: Uint8Array): Uint8Array {
  const graph = new OnnxGraph(model);
  for (const conv of graph.nodes) if (conv.opType === 'Conv') foldScaleAfter(graph, conv);
  for (const divide of graph.nodes) if (divide.opType === 'Div') rewriteHardSwish(graph, divide);
  rewriteUpsamplingHead(graph);
  return graph.encode();
}

interface Affine {
  readonly scale: number;
  readonly shift: number;
  readonly nodes: readonly Node[];
}

function foldScaleAfter(graph: OnnxGraph, conv: Node): void {
  const affine = affineAfter(graph, outputOf(conv));
  const weights = graph.constant(conv.input?.[1]);
  if (!affine || !weights) return;
  const channels = weights.dims[0] ?? 0;
  const bias = graph.constant(conv.input?.[2])?.values ?? new Float32Array(channels);
  const folded = convolution(conv, {
    input: conv.input?.[0] ?? '',
    weights: graph.addConstant(
      weights.dims,
      weights.values.map((value) => value * affine.scale),
    ),
    bias: graph.addConstant(
      [channels],
      bias.map((value) => value * affine.scale + affine.shift),
    ),
    output: affineOutput(affine),
  });
  graph.replace([conv, ...affine.nodes], [folded]);
}

function rewriteHardSwish(graph: OnnxGraph, divide: Node): void {
  const hardSwish = matchHardSwish(graph, divide);
  if (!hardSwish) return;
  const { input, nodes } = hardSwish;
  const gate = graph.newName();
  const { AttributeType } = onnx.onnx.AttributeProto;
  const sigmoid: Node = {
    opType: 'HardSigmoid',
    input: [input],
    output: [gate],
    attribute: [
      { name: 'alpha', type: AttributeType.FLOAT, f: 1 / 6 },
      { name: 'beta', type: AttributeType.FLOAT, f: 0.5 },
    ],
  };
  const product: Node = { opType: 'Mul', input: [input, gate], output: [outputOf(divide)] };
  graph.replace(nodes, [sigmoid, product]);

  const affine = affineAfter(graph, outputOf(divide));
  if (affine) moveAffine(graph, product, affine, channelsOf(graph, input));
}

/** Takes the affine out of the way of the layout: into the next convolutions where that is exact. */
function moveAffine(
  graph: OnnxGraph,
  product: Node,
  affine: Affine,
  channels: number | undefined,
): void {
  const consumers = graph.consumersOf(affineOutput(affine));
  const exact = consumers.every(
    (node) => node.opType === 'Conv' && integersOf(node, 'pads').every((pad) => pad === 0),
  );
  if (exact) {
    graph.replace(affine.nodes, []);
    for (const conv of consumers) foldAffineBefore(graph, conv, affine, outputOf(product));
  } else if (channels !== undefined) {
    graph.replace(affine.nodes, [depthwise(graph, outputOf(product), affine, channels)]);
  }
}

function foldAffineBefore(graph: OnnxGraph, conv: Node, affine: Affine, input: string): void {
  const weights = graph.constant(conv.input?.[1]);
  if (!weights) throw new TypeError('Expected a convolution with constant weights');
  const channels = weights.dims[0] ?? 0;
  const perChannel = weights.values.length / channels;
  const bias = (graph.constant(conv.input?.[2])?.values ?? new Float32Array(channels)).map(
    (value, channel) => {
      const taps = weights.values.subarray(channel * perChannel, (channel + 1) * perChannel);
      return value + affine.shift * taps.reduce((sum, tap) => sum + tap, 0);
    },
  );
  const folded = convolution(conv, {
    input,
    weights: graph.addConstant(
      weights.dims,
      weights.values.map((value) => value * affine.scale),
    ),
    bias: graph.addConstant([channels], bias),
    output: outputOf(conv),
  });
  graph.replace([conv], [folded]);
}

function depthwise(graph: OnnxGraph, input: string, affine: Affine, channels: number): Node {
  const { AttributeType } = onnx.onnx.AttributeProto;
  const weights = graph.addConstant(
    [channels, 1, 1, 1],
    new Float32Array(channels).fill(affine.scale),
  );
  const bias = graph.addConstant([channels], new Float32Array(channels).fill(affine.shift));
  return {
    opType: 'Conv',
    input: [input, weights, bias],
    output: [affineOutput(affine)],
    attribute: [
      { name: 'group', type: AttributeType.INT, i: channels },
      { name: 'kernel_shape', type: AttributeType.INTS, ints: [1, 1] },
    ],
  };
}

/** `value * scalar + scalar`, where nothing else uses the value or the product. */
function affineAfter(graph: OnnxGraph, value: string): Affine | undefined {
  const multiply = graph.onlyConsumerOf(value);
  const scale = multiply?.opType === 'Mul' ? scalarOperand(graph, multiply, value) : undefined;
  if (!multiply || scale === undefined) return undefined;
  const add = graph.onlyConsumerOf(outputOf(multiply));
  const shift = add?.opType === 'Add' ? scalarOperand(graph, add, outputOf(multiply)) : undefined;
  return add && shift !== undefined ? { scale, shift, nodes: [multiply, add] } : undefined;
}

/** `x * clip(x + 3, 0, 6) / 6`, seen from its division. */
function matchHardSwish(
  graph: OnnxGraph,
  divide: Node,
): { input: string; nodes: Node[] } | undefined {
  const product = graph.producerOf(divide.input?.[0]);
  if (product?.opType !== 'Mul' || graph.scalar(divide.input?.[1]) !== 6) return undefined;
  const clip = product.input
    ?.map((name) => graph.producerOf(name))
    .find((node) => node?.opType === 'Clip');
  const add = graph.producerOf(clip?.input?.[0]);
  if (!clip || add?.opType !== 'Add' || !clipsZeroToSix(graph, clip)) return undefined;
  const input = product.input?.find((name) => name !== outputOf(clip));
  if (input === undefined || scalarOperand(graph, add, input) !== 3) return undefined;
  const nodes = [add, clip, product, divide];
  const isPrivate = nodes
    .slice(0, -1)
    .every((node) => graph.onlyConsumerOf(outputOf(node)) !== undefined);
  return isPrivate ? { input, nodes } : undefined;
}

/** Bounds are attributes up to operator set 10, inputs from 11. */
function clipsZeroToSix(graph: OnnxGraph, clip: Node): boolean {
  const low = graph.scalar(clip.input?.[1]) ?? attributeOf(clip, 'min')?.f;
  const high = graph.scalar(clip.input?.[2]) ?? attributeOf(clip, 'max')?.f;
  return low === 0 && high === 6;
}

function scalarOperand(graph: OnnxGraph, node: Node, other: string): number | undefined {
  const [first, second] = node.input ?? [];
  if (first === other) return graph.scalar(second);
  return second === other ? graph.scalar(first) : undefined;
}

function affineOutput(affine: Affine): string {
  const last = affine.nodes.at(-1);
  return last ? outputOf(last) : '';
}

/** Known where the value comes straight out of a convolution, as all hard-swish inputs here do. */
function channelsOf(graph: OnnxGraph, value: string): number | undefined {
  const producer = graph.producerOf(value);
  return producer?.opType === 'Conv' ? graph.constant(producer.input?.[1])?.dims[0] : undefined;
}

function convolution(
  like: Node,
  names: { input: string; weights: string; bias: string; output: string },
): Node {
  return { ...like, input: [names.input, names.weights, names.bias], output: [names.output] };
}
