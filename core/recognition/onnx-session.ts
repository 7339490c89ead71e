import { InferenceSession } from 'onnxruntime-node';

/**
 * Opens a model for one thread: photos are spread over workers, and threads of one
 * session would only fight with the other workers' ones. The memory arena stays on
 * (without it detection takes half as long again); memory patterns are off, since one is
 * kept for every input shape: 440 instead of 640 MB after 45 crowded photos, as fast.
 */
export function openSession(model: Uint8Array): Promise<InferenceSession> {
  return InferenceSession.create(model, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    enableMemPattern: false,
    logSeverityLevel: 3,
  });
}

/** The only output of a model, which must be floats. */
export function soleFloatOutput(output: InferenceSession.OnnxValueMapType): {
  readonly data: Float32Array;
  readonly dims: readonly number[];
} {
  const [tensor] = Object.values(output);
  if (!(tensor?.data instanceof Float32Array))
    throw new TypeError('Expected one output of floats from the model');
  return { data: tensor.data, dims: tensor.dims };
}
