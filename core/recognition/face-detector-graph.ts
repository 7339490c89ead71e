import onnx from 'onnx-proto';

/** Name of the regression head before box decoding, as the exporter numbered it. */
export const OFFSETS_OUTPUT = '462';
/** Softmax over background and face, one row per anchor. */
export const SCORES_OUTPUT = 'scores';

/**
 * The detector as published decodes boxes against anchors frozen for 240x320.
 * Cut before that, the rest is fully convolutional: any height and width go in, and
 * the anchors are ours to lay (face-anchors.ts).
 */
export function cutDetectorGraph(model: Uint8Array): Uint8Array {
  const { ModelProto, ValueInfoProto, TypeProto, TensorProto } = onnx.onnx;
  const decoded = ModelProto.decode(model);
  const graph = decoded.graph;
  if (!graph?.node || !graph.initializer)
    throw new TypeError('Expected an ONNX model with a graph');

  const wanted = new Set([OFFSETS_OUTPUT, SCORES_OUTPUT]);
  const kept = graph.node.toReversed().filter((node) => {
    const used = node.output?.some((name) => wanted.has(name)) ?? false;
    if (used) node.input?.forEach((name) => wanted.add(name));
    return used;
  });
  graph.node = kept.toReversed();
  graph.initializer = graph.initializer.filter(({ name }) => name && wanted.has(name));

  const describe = (name: string, dims: readonly (number | string)[]) =>
    ValueInfoProto.create({
      name,
      type: TypeProto.create({
        tensorType: {
          elemType: TensorProto.DataType.FLOAT,
          shape: {
            dim: dims.map((dim) =>
              typeof dim === 'string' ? { dimParam: dim } : { dimValue: dim },
            ),
          },
        },
      }),
    });
  graph.input = [describe('input', [1, 3, 'height', 'width'])];
  graph.output = [
    describe(SCORES_OUTPUT, [1, 'anchors', 2]),
    describe(OFFSETS_OUTPUT, [1, 'anchors', 4]),
  ];
  graph.valueInfo = [];
  return ModelProto.encode(decoded).finish();
}
