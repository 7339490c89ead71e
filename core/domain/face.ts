import type { Box, Point } from './geometry.js';

/** What is done with faces in an event: nothing kept, boxes and crops, or templates as well. */
export type FacesMode = 'off' | 'detect' | 'index';

export interface DetectedFace {
  readonly box: Box;
  /** Left eye, right eye, nose tip, left and right mouth corner, as seen in the picture. */
  readonly landmarks: readonly [Point, Point, Point, Point, Point];
  /** 0 to 100: how sure the detector is that this is a face. */
  readonly confidence: number;
  /** 0 to 100: usable for recognition (size, sharpness, pose). */
  readonly quality: number;
  /** 0 to 100, a quality signal only. */
  readonly smile: number | undefined;
  /** 0 to 100, a quality signal only. */
  readonly eyesOpen: number | undefined;
  /** Unit vector; present only in mode `index` and where the face is good enough to compare. */
  readonly embedding: Float32Array | undefined;
}
