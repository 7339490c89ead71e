import { createStageClock, type StageClock } from './stage-clock.js';
import type { PhotoResult, PhotoTask } from './photo-task.js';
import type { DetectedFace } from '../domain/face.js';
import type { AnalysedPhoto, Version } from '../domain/photo.js';
import { encodeCrop } from '../image/crop.js';
import { decodePhoto } from '../image/decode.js';
import { findEmbeddedJpeg } from '../image/embedded-jpeg.js';
import { exposure } from '../image/exposure.js';
import { frameSignature } from '../image/frame-signature.js';
import { IDENTIFY_BYTES, identify } from '../image/identify.js';
import { halveToLuma, type LumaImage } from '../image/luma.js';
import { perceptualHash } from '../image/perceptual-hash.js';
import { qualityScore } from '../image/quality.js';
import { readMetadata } from '../image/read-metadata.js';
import { retouch } from '../image/retouch.js';
import { boxSharpness, sharpness } from '../image/sharpness.js';
import { encodePublic, encodeWeb } from '../image/versions.js';
import type { Watermark } from '../image/watermark.js';
import type { RgbImage, VisionEngine, VisionResult } from '../ports/vision.js';

/** What a pool thread holds on to from photo to photo. */
export interface PhotoTools {
  readonly vision: VisionEngine;
  watermark(text: string): Promise<Watermark>;
}

const NOTHING_SEEN: VisionResult = { readings: [], faces: [] };

/**
 * The stages of one photo, in their order. What is wrong with the photo is the result; what is
 * thrown is wrong with the program or the machine.
 */
export async function processPhoto(tools: PhotoTools, task: PhotoTask): Promise<PhotoResult> {
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
  const decoded = await clock.time('decode', () =>
    decodePhoto(picture, { orientation: metadata.orientation }),
  );
  if (decoded.kind === 'failed') return { ...decoded, bytes, stageMs: clock.times };

  const { image } = decoded;
  const print = await clock.time('fingerprint', () => fingerprint(image));
  const blurry = print.sharpness < task.blurThreshold;
  const web = await clock.time('versions', () => encodeWeb(image));
  const seen = blurry
    ? NOTHING_SEEN
    : await clock.time('vision', () =>
        tools.vision.analyse({ image, jpeg: web.body }, { faces: task.faces }),
      );
  const faces = task.faces === 'off' ? [] : seen.faces;
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
    faces,
    versions: await makeVersions(tools, task, { image, luma: print.luma, web, faces }, clock),
  };
  return { kind: 'analysed', photo, bytes, stageMs: clock.times };
}

/** Retouched versions are made after the analysis, which wants the colours of the camera. */
async function makeVersions(
  tools: PhotoTools,
  task: PhotoTask,
  clean: { image: RgbImage; luma: LumaImage; web: Version; faces: readonly DetectedFace[] },
  clock: StageClock,
): Promise<Version[]> {
  const image = task.retouch
    ? await clock.time('versions', () => retouch(clean.image, clean.luma))
    : clean.image;
  const web = task.retouch ? await clock.time('versions', () => encodeWeb(image)) : clean.web;
  const watermark = await tools.watermark(task.watermarkText);
  const shown = await clock.time('versions', () =>
    encodePublic(image, { watermark, sha256: task.sha256 }),
  );
  const crops: Version[] = [];
  for (const [ordinal, face] of clean.faces.entries()) {
    crops.push(await clock.time('crops', () => encodeCrop(image, face.box, ordinal)));
  }
  return [web, shown.preview, shown.thumbnail, ...crops];
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
