import onnx from 'onnx-proto';
import { attributeOf, integersOf, outputOf, type Node, type OnnxGraph } from './onnx-graph.js';

/** Two doublings: every cell becomes 4 x 4 pixels, in 2 x 2 blocks of 2 x 2. */
const BLOCK = 4;
const TAPS = 4;

interface Head {
  readonly nodes: readonly Node[];
  readonly input: string;
  readonly output: string;
  readonly first: { readonly weights: Float32Array; readonly bias: Float32Array };
  readonly second: { readonly weights: Float32Array; readonly bias: number };
  /** Channels into the head, and between its two steps. */
  readonly channels: { readonly input: number; readonly between: number };
}

/**
 * The text detector's last step doubles its map twice by transposed convolutions whose
 * windows do not overlap, so every low-resolution cell decides its 4 x 4 pixels alone:
 * the same as two 1x1 convolutions at low resolution, whose 16 channels are then laid out
 * as pixels. Exact to float rounding, and a tenth of the detector's time, since transposed
 * convolutions and what is between them have no blocked memory layout.
 */
export function rewriteUpsamplingHead(graph: OnnxGraph): void {
  for (const sigmoid of graph.nodes) {
    const head = sigmoid.opType === 'Sigmoid' ? matchHead(graph, sigmoid) : undefined;
    if (head) graph.replace(head.nodes, lowResolutionHead(graph, head));
  }
}

function matchHead(graph: OnnxGraph, sigmoid: Node): Head | undefined {
  const nodes = chainBefore(graph, sigmoid, [
    'Add',
    'ConvTranspose',
    'Relu',
    'BatchNormalization',
    'Add',
    'ConvTranspose',
  ]);
  const [first, firstAdd, norm, , second, secondAdd] = nodes ?? [];
  if (!nodes || !first || !firstAdd || !norm || !second || !secondAdd) return undefined;
  const firstWeights = graph.constant(first.input?.[1]);
  const secondWeights = graph.constant(second.input?.[1]);
  const firstBias = graph.constant(firstAdd.input?.[1]);
  const bias = graph.scalar(secondAdd.input?.[1]);
  const affine = normalisationOf(graph, norm);
  const [input = 0, between = 0] = firstWeights?.dims ?? [];
  const isAsExpected =
    doubles(first) && doubles(second) && String(secondWeights?.dims) === String([between, 1, 2, 2]);
  if (!firstWeights || !secondWeights || !firstBias || !affine || bias === undefined) return;
  if (!isAsExpected || firstBias.values.length !== between) return undefined;
  return {
    nodes: [...nodes, sigmoid],
    input: first.input?.[0] ?? '',
    output: outputOf(sigmoid),
    first: {
      weights: firstWeights.values.map(
        (weight, at) => weight * (affine.scale[Math.floor(at / TAPS) % between] ?? 0),
      ),
      bias: firstBias.values.map(
        (value, channel) => value * (affine.scale[channel] ?? 0) + (affine.shift[channel] ?? 0),
      ),
    },
    second: { weights: secondWeights.values, bias },
    channels: { input, between },
  };
}

/** The nodes of these kinds before `last`, in the graph's order; each is used by the next only. */
function chainBefore(
  graph: OnnxGraph,
  last: Node,
  kinds: readonly string[],
): readonly Node[] | undefined {
  const chain: Node[] = [];
  let next = last;
  for (const kind of kinds) {
    const node = graph.producerOf(next.input?.[0]);
    if (node?.opType !== kind || graph.onlyConsumerOf(outputOf(node)) !== next) return undefined;
    chain.unshift(node);
    next = node;
  }
  return chain;
}

function doubles(node: Node): boolean {
  const hasTwo = (name: string) => String(integersOf(node, name)) === '2,2';
  const isPlain = integersOf(node, 'pads').every((pad) => pad === 0);
  return hasTwo('kernel_shape') && hasTwo('strides') && isPlain;
}

/** A batch normalisation as `scale * x + shift` per channel. */
function normalisationOf(
  graph: OnnxGraph,
  node: Node,
): { scale: Float32Array; shift: Float32Array } | undefined {
  const [gain, offset, mean, variance] = (node.input ?? [])
    .slice(1)
    .map((name) => graph.constant(name)?.values);
  if (!gain || !offset || !mean || !variance) return undefined;
  const epsilon = attributeOf(node, 'epsilon')?.f ?? 1e-5;
  const scale = gain.map((value, at) => value / Math.sqrt((variance[at] ?? 0) + epsilon));
  const shift = offset.map((value, at) => value - (mean[at] ?? 0) * (scale[at] ?? 0));
  return { scale, shift };
}

function lowResolutionHead(graph: OnnxGraph, head: Head): Node[] {
  const { AttributeType } = onnx.onnx.AttributeProto;
  const { input, between } = head.channels;
  const [doubled, rectified, quadrupled, squashed] = Array.from({ length: 4 }, () =>
    graph.newName(),
  );
  const conv = (from: string, to: string, weights: Float32Array, bias: Float32Array): Node => ({
    opType: 'Conv',
    input: [
      from,
      graph.addConstant([bias.length, weights.length / bias.length, 1, 1], weights),
      graph.addConstant([bias.length], bias),
    ],
    output: [to],
    attribute: [{ name: 'kernel_shape', type: AttributeType.INTS, ints: [1, 1] }],
  });
  const firstBias = Float32Array.from(
    { length: TAPS * between },
    (_, at) => head.first.bias[at % between] ?? 0,
  );
  const secondBias = new Float32Array(BLOCK * BLOCK).fill(head.second.bias);
  return [
    conv(head.input, doubled ?? '', tapsAsChannels(head.first.weights, input, between), firstBias),
    { opType: 'Relu', input: [doubled ?? ''], output: [rectified ?? ''] },
    conv(
      rectified ?? '',
      quadrupled ?? '',
      cellsAsChannels(head.second.weights, between),
      secondBias,
    ),
    { opType: 'Sigmoid', input: [quadrupled ?? ''], output: [squashed ?? ''] },
    {
      opType: 'DepthToSpace',
      input: [squashed ?? ''],
      output: [head.output],
      attribute: [{ name: 'blocksize', type: AttributeType.INT, i: BLOCK }],
    },
  ];
}

/** [input, between, 2 x 2] as [2 x 2 x between, input]. */
function tapsAsChannels(weights: Float32Array, input: number, between: number): Float32Array {
  const rows = new Float32Array(weights.length);
  for (let from = 0; from < input; from += 1)
    for (let to = 0; to < between; to += 1)
      for (let tap = 0; tap < TAPS; tap += 1)
        rows[(tap * between + to) * input + from] =
          weights[(from * between + to) * TAPS + tap] ?? 0;
  return rows;
}

/** [between, 1, 2 x 2] as [4 x 4 pixels, 2 x 2 x between]: each tap decides its own 2 x 2 pixels. */
function cellsAsChannels(weights: Float32Array, between: number): Float32Array {
  const width = TAPS * between;
  const rows = new Float32Array(BLOCK * BLOCK * width);
  for (let tap = 0; tap < TAPS; tap += 1)
    for (let cell = 0; cell < TAPS; cell += 1) {
      const y = 2 * Math.floor(tap / 2) + Math.floor(cell / 2);
      const x = 2 * (tap % 2) + (cell % 2);
      for (let from = 0; from < between; from += 1)
        rows[(y * BLOCK + x) * width + tap * between + from] = weights[from * TAPS + cell] ?? 0;
    }
  return rows;
}
