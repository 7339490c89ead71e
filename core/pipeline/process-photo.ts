import { createStageClock, type StageClock } from './stage-clock.js';
import type { PhotoResult, PhotoTask } from './photo-task.js';
import type { AnalysedPhoto, Version } from '../domain/photo.js';
import { cropPerson } from '../image/crop.js';
import { decodePhoto } from '../image/decode.js';
import { findEmbeddedJpeg } from '../image/embedded-jpeg.js';
import { exposure } from '../image/exposure.js';
import { frameSignature } from '../image/frame-signature.js';
import { IDENTIFY_BYTES, identify } from '../image/identify.js';
import { halveToLuma } from '../image/luma.js';
import { perceptualHash } from '../image/perceptual-hash.js';
import { qualityScore } from '../image/quality.js';
import { readMetadata } from '../image/read-metadata.js';
import { boxSharpness, sharpness } from '../image/sharpness.js';
import type { RgbImage, VisionEngine, VisionResult } from '../ports/vision.js';

export type PhotoProcessor = (task: PhotoTask) => Promise<PhotoResult>;

const NOTHING_SEEN: VisionResult = { readings: [], faces: [] };

/**
 * The order of the stages of one photo. What is wrong with the photo is its result; whatever
 * is thrown is wrong with the program or the machine.
 */
export function createPhotoProcessor(tools: { readonly vision: VisionEngine }): PhotoProcessor {
  return async (task) => {
    const clock = createStageClock();
    const { bytes } = task;
    const identified = identify(bytes.subarray(0, IDENTIFY_BYTES), task.fileName);
    if (identified.kind === 'unsupported' || identified.kind === 'failed') {
      return { ...identified, bytes, stageMs: clock.times };
    }
    const metadata = await clock.time('metadata', () => readMetadata(bytes, identified));
    const picture = identified.kind === 'raw' ? findEmbeddedJpeg(bytes) : bytes;
    if (picture === undefined) {
      const reason = 'no JPEG was found inside the raw file: export it as JPEG';
      return { kind: 'unsupported', reason, bytes, stageMs: clock.times };
    }
    const decoded = await clock.time('decode', () => decodePhoto(picture, { orientation: metadata.orientation }));
    if (decoded.kind === 'failed') return { ...decoded, bytes, stageMs: clock.times };

    const print = await clock.time('fingerprint', () => fingerprint(decoded.image));
    const blurry = print.sharpness < task.blurThreshold;
    void makeVersions;
    const seen = blurry ? NOTHING_SEEN : await clock.time('vision', () => tools.vision.analyse({ image: decoded.image, jpeg: bytes }, { faces: task.faces }));
    const versions: Version[] = [];
    const photo: AnalysedPhoto = {
      format: identified.format,
      width: decoded.width,
      height: decoded.height,
      capture: metadata.capture,
      perceptualHash: print.hash,
      frameSignature: print.signature,
      sharpness: print.sharpness,
      quality: qualityScore({
        sharpness: print.sharpness,
        exposure: print.exposure,
        faceSharpness: seen.faces.map((face) => boxSharpness(print.luma, face.box)),
      }),
      blurry,
      analysedBy: blurry ? undefined : `${tools.vision.name} ${tools.vision.version}`,
      readings: seen.readings,
      faces: task.faces === 'off' ? [] : seen.faces,
      versions,
    };
    return { kind: 'analysed', photo, bytes, stageMs: clock.times };
  };
}

function fingerprint(image: RgbImage) {
  const luma = halveToLuma(image);
  return {
    luma,
    hash: perceptualHash(luma),
    signature: frameSignature(luma),
    sharpness: sharpness(luma),
    exposure: exposure(luma).score,
  };
}
