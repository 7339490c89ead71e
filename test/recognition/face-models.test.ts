import { InferenceSession } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { cutDetectorGraph } from '../../core/recognition/face-detector-graph.js';
import { readFaceModel } from '../../core/recognition/face-models.js';

describe('the face models', () => {
  it('are all installed', async () => {
    for (const model of ['detect', 'landmark', 'feature', 'eye'] as const) {
      expect((await readFaceModel(model)).byteLength).toBeGreaterThan(100_000);
    }
  });

  it('leave of the detector only what needs no fixed size', async () => {
    const published = await readFaceModel('detect');
    const cut = cutDetectorGraph(published);
    expect(cut.byteLength).toBeLessThan(published.byteLength);
    const session = await InferenceSession.create(cut, { intraOpNumThreads: 1 });
    expect(session.outputNames).toEqual(['scores', '462']);
    await session.release();
  });

  it('refuse bytes that are no model', () => {
    expect(() => cutDetectorGraph(new Uint8Array())).toThrow(TypeError);
  });
});
