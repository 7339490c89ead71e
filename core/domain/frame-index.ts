import { createHashIndex, hammingDistance } from './hash-index.js';
import { captureSecond, type Frame } from './near-duplicates.js';

/** A perceptual hash of 8 bytes, and when the photo was taken. */
export interface HashedFrame extends Pick<Frame, 'capturedLocal'> {
  readonly hash: Uint8Array;
}

/** Finds, among many photos, those that may be the same frame as another. */
export interface FrameIndex {
  /** @returns the position of the photo: 0 for the first one, then 1 ... */
  add(frame: HashedFrame): number;
  /** @returns the positions of the photos whose hash is near and whose time allows it */
  candidates(frame: HashedFrame): number[];
}

/**
 * Photos of a fixed camera all look alike, by the thousand, but each second has only a few of them:
 * so known times are compared within their second alone, and only a photo without one with all.
 *
 * @param maximumDistance the most bits of the hashes that may differ, 0 to 7
 */
export function createFrameIndex(maximumDistance: number): FrameIndex {
  const seconds = new Map<string, { hash: Uint8Array; position: number }[]>();
  const timed = createPositionedIndex(maximumDistance);
  const untimed = createPositionedIndex(maximumDistance);
  let size = 0;

  return {
    add(frame) {
      const position = size;
      size += 1;
      const second = captureSecond(frame);
      (second === undefined ? untimed : timed).add(frame.hash, position);
      if (second !== undefined) {
        const neighbours = seconds.get(second);
        if (neighbours === undefined) seconds.set(second, [{ hash: frame.hash, position }]);
        else neighbours.push({ hash: frame.hash, position });
      }
      return position;
    },
    candidates(frame) {
      const second = captureSecond(frame);
      if (second === undefined) return [...untimed.query(frame.hash), ...timed.query(frame.hash)];
      const near = (seconds.get(second) ?? []).filter(
        ({ hash }) => hammingDistance(hash, frame.hash) <= maximumDistance,
      );
      return [...untimed.query(frame.hash), ...near.map(({ position }) => position)];
    },
  };
}

/** A hash index that knows its hashes by positions given from outside. */
function createPositionedIndex(maximumDistance: number) {
  const index = createHashIndex({ maximumDistance });
  const positions: number[] = [];
  return {
    add(hash: Uint8Array, position: number): void {
      index.add(hash);
      positions.push(position);
    },
    query: (hash: Uint8Array): number[] => index.query(hash).map((at) => positions[at]!),
  };
}
