import type { DetectedFace, FacesMode } from '../domain/face.js';
import type { Reading } from '../domain/reading.js';

/** Interleaved 8-bit sRGB, `data.length === width * height * 3`, upright. */
export interface RgbImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface VisionInput {
  /** The web version before compression: long side at most 1600 px. */
  readonly image: RgbImage;
  /** The same picture as JPEG, for engines that take files. */
  readonly jpeg: Uint8Array;
}

export interface VisionResult {
  readonly readings: readonly Reading[];
  readonly faces: readonly DetectedFace[];
}

/** Finds bib readings and faces in one photo. Holds no state between photos. */
export interface VisionEngine {
  readonly name: 'local' | 'rekognition';
  /** Changes whenever the same photo could give another result. */
  readonly version: string;
  analyse(input: VisionInput, options: { readonly faces: FacesMode }): Promise<VisionResult>;
  close(): Promise<void>;
}
