import type { Box } from './geometry.js';
import type { PhotoId } from './ids.js';

/** As addresses name them, and how wide they are: neither is large enough to print. */
export const COVER_WIDTHS = { cover: 1200, 'cover-small': 640 } as const;
export type CoverVersion = keyof typeof COVER_WIDTHS;

export function isCoverVersion(text: string): text is CoverVersion {
  return Object.hasOwn(COVER_WIDTHS, text);
}

/** A public photo that may stand for its event. */
export interface CoverCandidate {
  readonly id: PhotoId;
  readonly file: string;
  /** Of the upright original, in pixels. */
  readonly width: number;
  readonly height: number;
  /** 0 to 100, of sharpness and light. */
  readonly quality: number;
  readonly faces: readonly Box[];
}

export interface RankedCover extends CoverCandidate {
  /** 0 to 100. */
  readonly score: number;
}

/** The most fitting first, of equals the one whose id comes first. */
export function rankCovers(candidates: readonly CoverCandidate[]): RankedCover[] {
  return candidates
    .map((candidate) => ({ ...candidate, score: coverScore(candidate) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/**
 * Half is how good the photo is; the rest whether it lies as a cover does, and whether there is
 * somebody to look at. The weights are ours: five are shown, and a person chooses.
 */
function coverScore({ width, height, quality, faces }: CoverCandidate): number {
  const shape = width >= height * WIDE ? 25 : width > height ? 15 : 0;
  const small = Math.max(width, height) < COVER_PIXELS ? 20 : 0;
  return Math.max(0, Math.round(quality / 2 + shape + peopleScore(faces) - small));
}

const WIDE = 1.3;
/** Fewer would be drawn larger than they are. */
const COVER_PIXELS = 1200;

/** Several people, or one close by, make a race; a far one is a place. */
function peopleScore(faces: readonly Box[]): number {
  if (faces.length === 0) return 0;
  const isClose = faces.some(({ height }) => height >= CLOSE);
  return isClose || faces.length >= SEVERAL ? 25 : 12;
}

const CLOSE = 0.1;
const SEVERAL = 3;

/** What is cut out for a cover: as wide and high as this, in fractions of the photo. */
const COVER_SHAPE = 3 / 2;
/** Where in it the largest face comes to lie, from the top: a page's words are below. */
const FACE_AT = 0.35;

export function coverBox(
  photo: { readonly width: number; readonly height: number },
  faces: readonly Box[],
): Box {
  const shape = photo.width / photo.height;
  const width = Math.min(1, COVER_SHAPE / shape);
  const height = Math.min(1, shape / COVER_SHAPE);
  const [face] = [...faces].sort((a, b) => b.height - a.height);
  const eyes = face === undefined ? undefined : face.top + face.height / 2;
  const middle = face === undefined ? 0.5 : face.left + face.width / 2;
  return {
    left: within(middle - width / 2, width),
    top: within(eyes === undefined ? (1 - height) * 0.3 : eyes - FACE_AT * height, height),
    width,
    height,
  };
}

function within(start: number, length: number): number {
  return Math.max(0, Math.min(start, 1 - length));
}
