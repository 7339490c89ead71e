import type { DetectedFace } from '../domain/face.js';
import type { RgbImage } from '../ports/vision.js';
import { createFaceAnalyser } from './face-analyser.js';
import { createFaceDetector } from './face-detector.js';

export interface FaceDescriber {
  /** The faces of a picture with their templates, the largest first. */
  describe(image: RgbImage): Promise<DetectedFace[]>;
  close(): Promise<void>;
}

/** Loads the models, which `close` lets go. */
export async function openFaceDescriber(): Promise<FaceDescriber> {
  const detector = await createFaceDetector();
  const analyser = await createFaceAnalyser();
  return {
    async describe(image) {
      const faces = await analyser.analyse(image, 'index', await detector.detect(image));
      return faces.sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
    },
    async close() {
      await Promise.all([detector.close(), analyser.close()]);
    },
  };
}

/** The faces of one picture. Loads the models and lets them go. */
export async function describeFaces(image: RgbImage): Promise<DetectedFace[]> {
  const describer = await openFaceDescriber();
  try {
    return await describer.describe(image);
  } finally {
    await describer.close();
  }
}
