import type { LeftOutCause, SkippedEntry } from './scan-entry.js';

const CAUSES: readonly LeftOutCause[] = [
  'hidden-file',
  'hidden-folder',
  'system',
  'link',
  'special',
];

/** How many were left out for one cause. They are not among the files found. */
export interface LeftOut {
  readonly cause: LeftOutCause;
  readonly count: number;
  /** The first few, relative to the folder; a folder ends with `/`. */
  readonly examples: readonly string[];
}

export interface LeftOutTally {
  add(entry: SkippedEntry): void;
  /** Causes that occurred, in a fixed order. */
  list(): readonly LeftOut[];
}

/** A card from a Mac has a hidden twin of every photo: they are counted, and not all named. */
const MOST_EXAMPLES = 3;

export function tallyLeftOut(): LeftOutTally {
  const counts = new Map<LeftOutCause, number>();
  const examples = new Map<LeftOutCause, string[]>();
  return {
    add({ cause, displayPath }) {
      counts.set(cause, (counts.get(cause) ?? 0) + 1);
      const named = examples.get(cause) ?? [];
      if (named.length < MOST_EXAMPLES) examples.set(cause, [...named, displayPath]);
    },
    list: () =>
      CAUSES.flatMap((cause) => {
        const count = counts.get(cause);
        return count === undefined ? [] : [{ cause, count, examples: examples.get(cause) ?? [] }];
      }),
  };
}
