import type { DetectedFace } from '../domain/face.js';
import type { RgbImage } from '../ports/vision.js';
import { createFaceAnalyser } from './face-analyser.js';
import { createFaceDetector } from './face-detector.js';

/** The faces of one picture with their templates, the largest first. Loads the models and lets them go. */
export async function describeFaces(image: RgbImage): Promise<DetectedFace[]> {
  const detector = await createFaceDetector();
  const analyser = await createFaceAnalyser();
  try {
    const faces = await analyser.analyse(image, 'index', await detector.detect(image));
    return faces.sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
  } finally {
    await Promise.all([detector.close(), analyser.close()]);
  }
}
