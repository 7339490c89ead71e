/** One character that the reader saw. */
export interface ReadCharacter {
  readonly character: string;
  /** 0 to 1: the highest probability among the steps that showed it. */
  readonly probability: number;
  /** Index of the step with that probability: its place along the crop. */
  readonly step: number;
}

/** CTC's "nothing here" is class 0 in PaddleOCR's models. */
const BLANK = 0;

/**
 * Greedy CTC decoding: the best class of each step, repeats merged, blanks dropped.
 * `probabilities` holds `steps` rows of `alphabet.length + 1` classes.
 */
export function decodeCtc(
  probabilities: Float32Array,
  steps: number,
  alphabet: readonly string[],
): ReadCharacter[] {
  const classes = alphabet.length + 1;
  const read: ReadCharacter[] = [];
  let previous = BLANK;
  for (let step = 0; step < steps; step += 1) {
    let best = 0;
    let probability = 0;
    for (let candidate = 0; candidate < classes; candidate += 1) {
      const value = probabilities[step * classes + candidate] ?? 0;
      if (value > probability) [best, probability] = [candidate, value];
    }
    const last = read.at(-1);
    if (best !== BLANK && best === previous && last) {
      if (probability > last.probability) read[read.length - 1] = { ...last, probability, step };
    } else if (best !== BLANK) {
      read.push({ character: alphabet[best - 1] ?? '', probability, step });
    }
    previous = best;
  }
  return read;
}
