/** Bits that differ between two 64-bit hashes, each as its high and its low 32 bits. */
function distance(highA: number, lowA: number, highB: number, lowB: number): number {
  return bitCount(highA ^ highB) + bitCount(lowA ^ lowB);
}

/** Population count in parallel: H. S. Warren, "Hacker's Delight" (2nd ed.), figure 5-2. */
function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  bits = (bits + (bits >>> 4)) & 0x0f0f0f0f;
  return Math.imul(bits, 0x01010101) >>> 24;
}

const NONE = -1;
const PIECES = 4;
const PIECE_VALUES = 0x10000;

/** Two per piece of 16 bits: how many of its bits a query has to try turned over. */
const MAX_RADIUS = 2 * PIECES - 1;

/**
 * Finds, among many 64-bit hashes, those within a few bits of another, without comparing all.
 * A hash is 8 bytes; its position is 0 for the first one added, then 1 ...
 */
export interface HashIndex {
  readonly size: number;
  /** @returns the position of the hash */
  add(hash: Uint8Array): number;
  /** @returns the positions of all hashes within the distance, ascending */
  query(hash: Uint8Array): number[];
}

/**
 * Multi-index hashing (M. Norouzi, A. Punjani, D. J. Fleet, "Fast Search in Hamming Space with
 * Multi-Index Hashing", CVPR 2012): two hashes within r bits agree, in at least one of four pieces
 * of 16 bits, up to r / 4 bits. So each query looks into 4 lists for r <= 3, and 68 for r <= 7.
 *
 * Typed arrays only, 24 bytes a hash and a fixed 1 MB: a million hashes take 26 MB when the
 * capacity is given, and at most twice that when they come one by one.
 *
 * @param options.maximumDistance the most bits that may differ, 0 to 7
 * @param options.capacity how many hashes to make room for at once
 */
export function createHashIndex(options: {
  readonly maximumDistance: number;
  readonly capacity?: number;
}): HashIndex {
  const { maximumDistance, capacity = 1024 } = options;
  if (!Number.isInteger(maximumDistance) || maximumDistance < 0 || maximumDistance > MAX_RADIUS) {
    throw new RangeError(
      `Expected a distance of 0 to ${MAX_RADIUS} but received ${maximumDistance}`,
    );
  }
  return new PiecewiseIndex(maximumDistance, Math.max(1, capacity));
}

class PiecewiseIndex implements HashIndex {
  readonly #radius: number;
  #high: Int32Array;
  #low: Int32Array;
  /** For each piece and value, the last hash added with it; from there, `#next` leads back. */
  readonly #heads = Array.from({ length: PIECES }, () => new Int32Array(PIECE_VALUES).fill(NONE));
  #next: Int32Array[];
  #size = 0;

  constructor(radius: number, capacity: number) {
    this.#radius = radius;
    this.#high = new Int32Array(capacity);
    this.#low = new Int32Array(capacity);
    this.#next = Array.from({ length: PIECES }, () => new Int32Array(capacity));
  }

  get size(): number {
    return this.#size;
  }

  add(hash: Uint8Array): number {
    if (this.#size === this.#high.length) this.#grow();
    const position = this.#size;
    const words = readHash(hash);
    this.#high[position] = words.high;
    this.#low[position] = words.low;
    for (let piece = 0; piece < PIECES; piece += 1) {
      const value = pieceOf(words, piece);
      this.#next[piece]![position] = this.#heads[piece]![value]!;
      this.#heads[piece]![value] = position;
    }
    this.#size += 1;
    return position;
  }

  query(hash: Uint8Array): number[] {
    const words = readHash(hash);
    const found = new Set<number>();
    for (let piece = 0; piece < PIECES; piece += 1) {
      const value = pieceOf(words, piece);
      this.#collect(piece, value, words, found);
      if (this.#radius < PIECES) continue;
      for (let bit = 0; bit < 16; bit += 1) this.#collect(piece, value ^ (1 << bit), words, found);
    }
    return [...found].sort((a, b) => a - b);
  }

  #collect(piece: number, value: number, words: HashWords, found: Set<number>): void {
    const next = this.#next[piece]!;
    for (let at = this.#heads[piece]![value]!; at !== NONE; at = next[at]!) {
      const bits = distance(words.high, words.low, this.#high[at]!, this.#low[at]!);
      if (bits <= this.#radius) found.add(at);
    }
  }

  #grow(): void {
    this.#high = doubled(this.#high);
    this.#low = doubled(this.#low);
    this.#next = this.#next.map(doubled);
  }
}

interface HashWords {
  readonly high: number;
  readonly low: number;
}

function readHash(hash: Uint8Array): HashWords {
  const view = new DataView(hash.buffer, hash.byteOffset, hash.byteLength);
  return { high: view.getInt32(0), low: view.getInt32(4) };
}

function pieceOf({ high, low }: HashWords, piece: number): number {
  const word = piece < 2 ? high : low;
  return (piece % 2 === 0 ? word >>> 16 : word) & 0xffff;
}

function doubled(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

export function hammingDistance(a: Uint8Array, b: Uint8Array): number {
  const first = readHash(a);
  const second = readHash(b);
  return distance(first.high, first.low, second.high, second.low);
}
