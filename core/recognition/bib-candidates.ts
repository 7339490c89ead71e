import { boundsOf, type TextBox } from './text-box.js';

/** A line of text found in the picture, not read yet. */
export interface TextCandidate {
  /** In picture pixels. */
  readonly box: TextBox;
  /** Whether the searched region, or the picture, ends where the text does. */
  readonly cut: { readonly left: boolean; readonly right: boolean };
  /** Width in picture pixels of the face above it; undefined where the whole picture was searched. */
  readonly faceWidth: number | undefined;
}

/** Width over height of a bib of one to seven characters, measured on labelled race photos. */
const ASPECT = { from: 0.8, to: 4 } as const;
/** Picture pixels; below, digits are not told apart. */
const MINIMUM_HEIGHT = 9;
/**
 * Heights against the face's width. Over 360 bibs of seven races 98 % lie between 0.33 and
 * 0.81 of it; smaller text is sponsors, distances and names, larger is behind the runner.
 */
const HEIGHT_PER_FACE = { from: 0.28, to: 1.3 } as const;

export function isPlausibleBib({ box, faceWidth }: TextCandidate): boolean {
  const aspect = box.width / box.height;
  if (aspect < ASPECT.from || aspect > ASPECT.to || box.height < MINIMUM_HEIGHT) return false;
  return faceWidth === undefined || isBibHeight(box.height, faceWidth);
}

/** Whether text of this height can be the bib of a face of this width, in the same pixels. */
export function isBibHeight(height: number, faceWidth: number): boolean {
  const perFace = height / faceWidth;
  return perFace >= HEIGHT_PER_FACE.from && perFace <= HEIGHT_PER_FACE.to;
}

/**
 * One candidate per place: regions of neighbours overlap, and each finds the same bib, one
 * of them perhaps only a part of it. Uncut ones win, then larger ones.
 */
export function withoutRepeats(candidates: readonly TextCandidate[]): TextCandidate[] {
  const kept: TextCandidate[] = [];
  const byMerit = candidates.toSorted(
    (a, b) => cutSides(a) - cutSides(b) || areaOf(b.box) - areaOf(a.box),
  );
  for (const candidate of byMerit) {
    if (!kept.some((other) => covers(other.box, candidate.box))) kept.push(candidate);
  }
  return kept;
}

function cutSides({ cut }: TextCandidate): number {
  return Number(cut.left) + Number(cut.right);
}

/** Whether the boxes share more than half of the smaller one. */
function covers(a: TextBox, b: TextBox): boolean {
  const first = boundsOf(a);
  const second = boundsOf(b);
  const width = Math.min(first.right, second.right) - Math.max(first.left, second.left);
  const height = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top);
  if (width <= 0 || height <= 0) return false;
  const smaller = Math.min(
    (first.right - first.left) * (first.bottom - first.top),
    (second.right - second.left) * (second.bottom - second.top),
  );
  return width * height > smaller / 2;
}

function areaOf(box: TextBox): number {
  return box.width * box.height;
}
