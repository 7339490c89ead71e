export interface QualityInput {
  /** As `sharpness` measures it. */
  readonly sharpness: number;
  /** The score of `exposure`. */
  readonly exposure: number;
  /** As `boxSharpness` measures each face; empty where there is none. */
  readonly faceSharpness: readonly number[];
}

/**
 * One figure, 0 to 100, to sort the photos of one runner by: what matters most is a sharp face,
 * then a sharp photo, then the light. The weights are ours; nothing is rejected by them.
 */
export function qualityScore({ sharpness, exposure, faceSharpness }: QualityInput): number {
  const photo = sharpnessScore(sharpness);
  // The best face is the subject: the others may be spectators.
  const face = faceSharpness.length === 0 ? photo : sharpnessScore(Math.max(...faceSharpness));
  return Math.round(0.4 * face + 0.35 * photo + 0.25 * exposure);
}

/** Doubling the variance looks like one step, so the scale is logarithmic. */
const BLURRED = 15;
const CRISP = 1500;

function sharpnessScore(value: number): number {
  const score = Math.log(Math.max(value, BLURRED) / BLURRED) / Math.log(CRISP / BLURRED);
  return 100 * Math.min(1, score);
}
