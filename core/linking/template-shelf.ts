import { TEMPLATE_BYTES } from './face-template.js';

/** Templates one after the other, in memory that threads share: searched without a copy. */
export interface TemplateShelf {
  readonly bytes: SharedArrayBuffer;
  readonly count: number;
}

export interface ShelfMatch {
  /** Of the template on the shelf. */
  readonly index: number;
  readonly cosine: number;
}

/**
 * Every template at least that near, the nearest first, ties by index. 100,000 take about 60 ms
 * of one core.
 */
export function searchShelf(
  template: Int8Array,
  shelf: TemplateShelf,
  leastCosine: number,
): ShelfMatch[] {
  const stored = new Int8Array(shelf.bytes);
  const length = Math.sqrt(template.reduce((sum, value) => sum + value * value, 0));
  const matches: ShelfMatch[] = [];
  for (let index = 0; index < shelf.count; index += 1) {
    const start = index * TEMPLATE_BYTES;
    let product = 0;
    let square = 0;
    for (let at = 0; at < TEMPLATE_BYTES; at += 1) {
      const value = stored[start + at]!;
      product += template[at]! * value;
      square += value * value;
    }
    const cosine = product / (length * Math.sqrt(square));
    if (cosine >= leastCosine) matches.push({ index, cosine });
  }
  return matches.sort((a, b) => b.cosine - a.cosine || a.index - b.index);
}
