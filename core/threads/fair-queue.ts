/** What somebody waits for. */
interface Waiting<T> {
  readonly visitor: string;
  readonly work: T;
}

/** Work of many visitors, handed out in turns: whoever asks for a hundred things delays nobody else. */
export interface FairQueue<T> {
  readonly waiting: number;
  /** How many things that visitor waits for. */
  waitingOf(visitor: string): number;
  add(visitor: string, work: T): void;
  /** The next of a visitor who has nothing in hand; undefined where nobody is. It is in hand until `finish`. */
  take(): Waiting<T> | undefined;
  finish(visitor: string): void;
  /** Empties the queue. */
  takeAll(): readonly T[];
}

export function createFairQueue<T>(): FairQueue<T> {
  // A map keeps its order: whoever was served goes to its end.
  const lines = new Map<string, T[]>();
  const inHand = new Set<string>();
  let waiting = 0;
  return {
    get waiting() {
      return waiting;
    },
    waitingOf: (visitor) => lines.get(visitor)?.length ?? 0,
    add(visitor, work) {
      lines.set(visitor, [...(lines.get(visitor) ?? []), work]);
      waiting += 1;
    },
    take() {
      for (const [visitor, [work, ...others]] of lines) {
        if (work === undefined || inHand.has(visitor)) continue;
        lines.delete(visitor);
        if (others.length > 0) lines.set(visitor, others);
        inHand.add(visitor);
        waiting -= 1;
        return { visitor, work };
      }
      return undefined;
    },
    finish: (visitor) => void inHand.delete(visitor),
    takeAll() {
      const all = [...lines.values()].flat();
      lines.clear();
      waiting = 0;
      return all;
    },
  };
}
