/**
 * The logistic curve between the cosine of two embeddings and the similarity that people
 * know from other systems, 0 to 100: fitted so that 85 % is about cosine 0.50, where five
 * of a million pairs of different people match in Labelled Faces in the Wild, and 50 % is
 * cosine 0.35, where about one pair of a hundred does among runners.
 */
const STEEPNESS = 11.6;
const MIDDLE = 0.35;

/** 0 to 100. */
export function similarityOf(cosine: number): number {
  return 100 / (1 + Math.exp(-STEEPNESS * (cosine - MIDDLE)));
}

/** The cosine that has this similarity; 0 < similarity < 100. */
export function cosineOf(similarity: number): number {
  return MIDDLE + Math.log(similarity / (100 - similarity)) / STEEPNESS;
}
