import onnx from 'onnx-proto';

export type Node = onnx.onnx.INodeProto;
type Attribute = onnx.onnx.IAttributeProto;
type TensorProto = onnx.onnx.ITensorProto;

/** A 32-bit float constant of a graph, copied out of its encoding. */
export interface FloatConstant {
  readonly dims: readonly number[];
  readonly values: Float32Array;
}

/**
 * An ONNX graph opened for rewriting: who produces and who uses each value, and the
 * float constants, whether stored as initializers or as Constant nodes.
 * Nodes stay in topological order as long as rewrites replace them in place.
 */
export class OnnxGraph {
  readonly #model: onnx.onnx.ModelProto;
  readonly #constants = new Map<string, FloatConstant>();
  #nodes: Node[];
  #producers = new Map<string, Node>();
  #consumers = new Map<string, Node[]>();
  #named = 0;

  constructor(model: Uint8Array) {
    this.#model = onnx.onnx.ModelProto.decode(model);
    const graph = this.#graph();
    this.#nodes = [...(graph.node ?? [])];
    for (const tensor of graph.initializer ?? []) this.#keepFloats(tensor.name, tensor);
    for (const node of this.#nodes) {
      if (node.opType === 'Constant')
        this.#keepFloats(outputOf(node), attributeOf(node, 'value')?.t);
    }
    this.#index();
  }

  get nodes(): readonly Node[] {
    return this.#nodes;
  }

  constant(name: string | undefined): FloatConstant | undefined {
    return name === undefined ? undefined : this.#constants.get(name);
  }

  /** The value of a constant with one element. */
  scalar(name: string | undefined): number | undefined {
    const constant = this.constant(name);
    return constant?.values.length === 1 ? constant.values[0] : undefined;
  }

  producerOf(name: string | undefined): Node | undefined {
    return name === undefined ? undefined : this.#producers.get(name);
  }

  consumersOf(name: string): readonly Node[] {
    return this.#consumers.get(name) ?? [];
  }

  /** The only node that uses the value, unless others or the graph's output use it too. */
  onlyConsumerOf(name: string): Node | undefined {
    const consumers = this.consumersOf(name);
    const isOutput = (this.#graph().output ?? []).some((output) => output.name === name);
    return consumers.length === 1 && !isOutput ? consumers[0] : undefined;
  }

  /** Adds a constant and returns its name. */
  addConstant(dims: readonly number[], values: Float32Array): string {
    const name = this.newName();
    this.#constants.set(name, { dims, values });
    this.#graph().initializer = [
      ...(this.#graph().initializer ?? []),
      {
        name,
        dims: [...dims],
        dataType: onnx.onnx.TensorProto.DataType.FLOAT,
        rawData: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
      },
    ];
    return name;
  }

  newName(): string {
    this.#named += 1;
    return `rewritten_${this.#named}`;
  }

  /** Puts `replacement` where the last of the removed nodes was. */
  replace(removed: readonly Node[], replacement: readonly Node[]): void {
    const last = removed.at(-1);
    const gone = new Set(removed);
    this.#nodes = this.#nodes.flatMap((node) => {
      if (node === last) return replacement;
      return gone.has(node) ? [] : [node];
    });
    this.#index();
  }

  /** The model with constants that nothing uses any more left out. */
  encode(): Uint8Array {
    const graph = this.#graph();
    const used = new Set(this.#nodes.flatMap((node) => node.input ?? []));
    graph.node = this.#nodes.filter(
      (node) => node.opType !== 'Constant' || used.has(outputOf(node)),
    );
    graph.initializer = (graph.initializer ?? []).filter(({ name }) => name && used.has(name));
    graph.valueInfo = [];
    return onnx.onnx.ModelProto.encode(this.#model).finish();
  }

  #graph(): onnx.onnx.IGraphProto {
    const graph = this.#model.graph;
    if (!graph) throw new TypeError('Expected an ONNX model with a graph');
    return graph;
  }

  #keepFloats(name: string | null | undefined, tensor: TensorProto | null | undefined): void {
    if (!name || tensor?.dataType !== onnx.onnx.TensorProto.DataType.FLOAT) return;
    const raw = tensor.rawData;
    // The copy aligns the bytes: protobuf leaves them at any offset.
    const values = raw?.length
      ? new Float32Array(Uint8Array.from(raw).buffer)
      : Float32Array.from(tensor.floatData ?? []);
    this.#constants.set(name, { dims: (tensor.dims ?? []).map(Number), values });
  }

  #index(): void {
    this.#producers = new Map();
    this.#consumers = new Map();
    for (const node of this.#nodes) {
      for (const output of node.output ?? []) this.#producers.set(output, node);
      for (const input of new Set(node.input ?? [])) {
        this.#consumers.set(input, [...(this.#consumers.get(input) ?? []), node]);
      }
    }
  }
}

export function outputOf(node: Node): string {
  return node.output?.[0] ?? '';
}

export function attributeOf(node: Node, name: string): Attribute | undefined {
  return node.attribute?.find((attribute) => attribute.name === name);
}

export function integersOf(node: Node, name: string): number[] {
  return (attributeOf(node, name)?.ints ?? []).map(Number);
}
