import type { DetectedFace, FacesMode } from '../domain/face.js';
import type { RgbImage } from '../ports/vision.js';
import { RELU_REWRITE_VERSION, rewriteParametricRelus } from './face-activations.js';
import type { FoundFace } from './face-detector.js';
import { alignFace, ALIGNED_SIDE, embedFace } from './face-embedding.js';
import { eyesOpen } from './face-eyes.js';
import { locateLandmarks, mapFive, toFivePoints } from './face-landmarks.js';
import { readFaceModel, type FaceModel } from './face-models.js';
import { eyeDistanceOf, faceQuality, relativeSharpness, turnOf } from './face-quality.js';
import { openFaceSession } from './face-session.js';
import { toGrey } from './face-warp.js';
import { rewriteCached } from './model-cache.js';
import { smileOf } from './smile.js';

export interface FaceAnalyser {
  /**
   * Describes the faces that the detector found in the picture, in the detector's order;
   * those it is not sure of are left out. None in mode `off`.
   */
  analyse(image: RgbImage, mode: FacesMode, found: readonly FoundFace[]): Promise<DetectedFace[]>;
  close(): Promise<void>;
}

/** Below, four of ten are hands, knees and drums: good enough to search bibs under, not to keep. */
const LEAST_CONFIDENCE = 90;

/**
 * Which faces are worth comparing. Without the gate, tiny, blurred and false faces match
 * one another: of 1,047 sure faces of six races it keeps 734, and false matches at the
 * 85 % setting fall from 667 per million pairs of different races to none of 158,236.
 * It costs no true match among the test runners but those in the deep shade of a cap.
 */
const COMPARABLE = {
  confidence: 95,
  /** In pixels of the 1600 pixel picture. */
  width: 28,
  /** See relativeSharpness: people out of focus all look alike, and the norm does not tell. */
  sharpness: 0.08,
  /** Length of the network's answer: 3 to 4.5 for a clear face, lower for hidden and false ones. */
  norm: 2.5,
} as const;

/**
 * When mouth and eyes can be judged: the head is not turned away (turnOf), and an eye is
 * about 10 pixels wide. In smaller faces every eye looks closed.
 */
const EXPRESSIVE = { turn: 0.35, eyeDistance: 20 } as const;

const EMBEDDING_REWRITE = {
  name: 'embedding',
  version: RELU_REWRITE_VERSION,
  rewrite: rewriteParametricRelus,
};

/**
 * Loads the models. `cacheFolder` keeps the prepared one from one start to the next.
 * FocusError `config` where their package is not installed.
 */
export async function createFaceAnalyser(
  options: { readonly cacheFolder?: string } = {},
): Promise<FaceAnalyser> {
  const open = async (model: FaceModel) => openFaceSession(await readFaceModel(model));
  const openEmbedding = async () =>
    openFaceSession(
      await rewriteCached(await readFaceModel('feature'), EMBEDDING_REWRITE, options.cacheFolder),
    );
  const [landmark, feature, eye] = await Promise.all([
    open('landmark'),
    openEmbedding(),
    open('eye'),
  ]);

  async function describe(
    image: RgbImage,
    face: FoundFace,
    mode: FacesMode,
  ): Promise<DetectedFace> {
    const points = await locateLandmarks(landmark, image, face.box);
    const five = toFivePoints(points);
    const aligned = alignFace(image, five);
    const turn = turnOf(five);
    const eyeDistance = eyeDistanceOf(five);
    const sharpness = relativeSharpness(toGrey(aligned), ALIGNED_SIDE);
    const isClear =
      face.confidence >= COMPARABLE.confidence &&
      face.box.width * image.width >= COMPARABLE.width &&
      sharpness >= COMPARABLE.sharpness;
    const isExpressive = turn <= EXPRESSIVE.turn && eyeDistance >= EXPRESSIVE.eyeDistance;
    return {
      box: face.box,
      landmarks: mapFive(five, ([x, y]) => ({
        x: fraction(x, image.width),
        y: fraction(y, image.height),
      })),
      confidence: face.confidence,
      quality: faceQuality({ eyeDistance, sharpness, turn }),
      smile: isExpressive ? smileOf(points, [five[0], five[1]]) : undefined,
      eyesOpen: isExpressive ? await eyesOpen(eye, image, points) : undefined,
      embedding: mode === 'index' && isClear ? await embed(aligned) : undefined,
    };
  }

  async function embed(aligned: Float32Array): Promise<Float32Array | undefined> {
    const { unit, norm } = await embedFace(feature, aligned);
    return norm < COMPARABLE.norm ? undefined : unit;
  }

  return {
    async analyse(image, mode, found) {
      const faces: DetectedFace[] = [];
      if (mode === 'off') return faces;
      for (const face of found) {
        if (face.confidence >= LEAST_CONFIDENCE) faces.push(await describe(image, face, mode));
      }
      return faces;
    },
    async close() {
      await Promise.all([landmark.close(), feature.close(), eye.close()]);
    },
  };
}

/** Landmarks of a face cut by the picture's edge may be guessed beyond it. */
function fraction(pixels: number, of: number): number {
  return Math.max(0, Math.min(1, pixels / of));
}
