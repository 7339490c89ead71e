import { distinctKeywords, keywordKey } from './keywords.js';

export interface KeywordMerge {
  /** To append to the list. */
  readonly added: readonly string[];
  /** Items of the list to take out, as they are written there. */
  readonly removed: readonly string[];
  /** Those in the list from now on that Focus Racer wrote. */
  readonly own: readonly string[];
}

/**
 * Brings a list of keywords up to date. What Focus Racer wrote earlier (`own`) and is no longer
 * `wanted` goes; everything else in the list is the photographer's and stays, even when Focus
 * Racer would have written the same: it was there first, so it is never removed later.
 */
export function mergeKeywords(lists: {
  readonly existing: readonly string[];
  readonly own: readonly string[];
  readonly wanted: readonly string[];
  /** The photographer's keywords in another list of the same photo: they do not become ours here. */
  readonly theirs?: readonly string[] | undefined;
}): KeywordMerge {
  const ownKeys = new Set(lists.own.map(keywordKey));
  const existingKeys = new Set(lists.existing.map(keywordKey));
  const wanted = distinctKeywords(lists.wanted);
  const wantedKeys = new Set(wanted.map(keywordKey));
  const theirKeys = new Set(lists.theirs?.map(keywordKey).filter((key) => !ownKeys.has(key)));
  const isOurs = (key: string): boolean =>
    ownKeys.has(key) || !(existingKeys.has(key) || theirKeys.has(key));
  return {
    added: wanted.filter((keyword) => !existingKeys.has(keywordKey(keyword))),
    removed: lists.existing.filter((keyword) => {
      const key = keywordKey(keyword);
      return ownKeys.has(key) && !wantedKeys.has(key);
    }),
    own: wanted.filter((keyword) => isOurs(keywordKey(keyword))),
  };
}
