import type { DetectedFace } from './face.js';
import type { Reading } from './reading.js';

export type PhotoStatus = 'kept' | 'near-duplicate' | 'blurry';

/** When and with what a photo was taken, as far as its EXIF says. */
export interface Capture {
  /** Wall clock of the camera, `YYYY-MM-DDTHH:MM:SS.ffffff`. */
  readonly local: string | undefined;
  readonly offsetMinutes: number | undefined;
  readonly cameraMake: string | undefined;
  readonly cameraModel: string | undefined;
  readonly cameraSerial: string | undefined;
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
}

export type VersionKind = 'web' | 'preview' | 'thumbnail' | 'crop';

/** A file derived from a photo. */
export interface Version {
  readonly kind: VersionKind;
  /** The face of a crop, as an index into the photo's faces; 0 for the other kinds. */
  readonly ordinal: number;
  readonly width: number;
  readonly height: number;
  readonly body: Uint8Array;
}

/** All that the pixels and the metadata of one photo tell. */
export interface AnalysedPhoto {
  readonly format: string;
  /** Of the upright original, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly capture: Capture;
  /** 8 bytes. */
  readonly perceptualHash: Uint8Array;
  readonly frameSignature: Uint8Array;
  readonly sharpness: number;
  /** 0 to 100. */
  readonly quality: number;
  /** True where sharpness is below the threshold: then it was not searched for bibs or faces. */
  readonly blurry: boolean;
  /** Name and version of the engine; undefined for a blurry photo. */
  readonly analysedBy: string | undefined;
  readonly readings: readonly Reading[];
  readonly faces: readonly DetectedFace[];
  readonly versions: readonly Version[];
}
