import type { Box } from '../domain/geometry.js';
import type { RgbImage } from '../ports/vision.js';
import { decodeBoxes, layAnchors, type ScoredBox } from './face-anchors.js';
import { cutDetectorGraph, OFFSETS_OUTPUT, SCORES_OUTPUT } from './face-detector-graph.js';
import { drawLetterboxed, letterboxScale, type Frame } from './face-letterbox.js';
import { readFaceModel } from './face-models.js';
import { openFaceSession } from './face-session.js';
import { suppressOverlaps } from './face-suppression.js';

export interface FoundFace {
  readonly box: Box;
  /** 0 to 100. */
  readonly confidence: number;
}

export interface FaceDetector {
  /** Best first. The boxes run from the forehead to the chin, hair not included. */
  detect(image: RgbImage): Promise<FoundFace[]>;
  close(): Promise<void>;
}

/**
 * Few fixed input shapes, so that the runtime's memory stays flat: 3:2 and 4:3, both
 * ways up. The longer side decides what is seen: at 640 a face is found from 10 to 14
 * pixels, which are 25 to 35 in the 1600 pixel picture.
 */
const NORMAL: readonly Frame[] = bothWaysUp([
  { width: 640, height: 432 },
  { width: 640, height: 480 },
]);
/** The largest anchor is 256 pixels, so a face that fills a portrait is only seen from afar. */
const FAR: readonly Frame[] = bothWaysUp([{ width: 256, height: 192 }]);

/** A face wider than this in the normal pass may be cut short: the anchors end at 256. */
const LARGE_FACE_PIXELS = 200;
/** Intersection over union of two boxes of one face, as the model's authors suppress them. */
const OVERLAP = 0.3;

export async function createFaceDetector(
  options: { readonly minimumConfidence?: number } = {},
): Promise<FaceDetector> {
  const minimumScore = (options.minimumConfidence ?? 60) / 100;
  const session = await openFaceSession(cutDetectorGraph(await readFaceModel('detect')));
  const anchorsOf = new Map<Frame, Float32Array>();

  async function look(image: RgbImage, frames: readonly Frame[]): Promise<ScoredBox[]> {
    const frame = bestFrame(image, frames);
    const anchors = anchorsOf.get(frame) ?? layAnchors(frame.width, frame.height);
    anchorsOf.set(frame, anchors);
    const planes = new Float32Array(3 * frame.width * frame.height);
    const scale = drawLetterboxed(image, frame, planes);
    const output = await session.run(planes, [1, 3, frame.height, frame.width]);
    const boxes = decodeBoxes(output(SCORES_OUTPUT), output(OFFSETS_OUTPUT), anchors, minimumScore);
    return boxes.map((box) => ({
      left: box.left / scale,
      top: box.top / scale,
      width: box.width / scale,
      height: box.height / scale,
      score: box.score,
    }));
  }

  return {
    async detect(image) {
      const boxes = await look(image, NORMAL);
      const scale = letterboxScale(image, bestFrame(image, NORMAL));
      const hasOnlyLargeFaces = boxes.every((box) => box.width * scale > LARGE_FACE_PIXELS);
      if (hasOnlyLargeFaces) boxes.push(...(await look(image, FAR)));
      return suppressOverlaps(boxes, OVERLAP).flatMap((box) => toFound(box, image));
    },
    close: () => session.close(),
  };
}

function bothWaysUp(frames: readonly Frame[]): Frame[] {
  return frames.flatMap(({ width, height }) => [
    { width, height },
    { width: height, height: width },
  ]);
}

/** The frame that shows the picture largest; the first, smaller one where they are equal. */
function bestFrame(image: RgbImage, frames: readonly Frame[]): Frame {
  return frames.reduce((best, frame) =>
    letterboxScale(image, frame) > letterboxScale(image, best) ? frame : best,
  );
}

function toFound(box: ScoredBox, image: RgbImage): FoundFace[] {
  const left = Math.max(0, box.left / image.width);
  const top = Math.max(0, box.top / image.height);
  const width = Math.min(1, (box.left + box.width) / image.width) - left;
  const height = Math.min(1, (box.top + box.height) / image.height) - top;
  // Anchors beyond the picture's edge can decode to a box outside it.
  if (width <= 0 || height <= 0) return [];
  return [{ box: { left, top, width, height }, confidence: box.score * 100 }];
}
