import type { Bib } from '../ids.js';
import type { PhotoSize } from '../pack.js';

/** What the price of a photo depends on. */
export interface PricedItem {
  readonly size: PhotoSize;
  readonly bibs: readonly Bib[];
}

/** Photos that are alike to the prices: of one size and with the same bibs. */
export interface ItemClass {
  readonly size: PhotoSize;
  readonly count: number;
  /** Indexes of `bibs`. */
  readonly runners: readonly number[];
}

/** The runners whose packs are worth a thought. */
export interface RunnerCandidates {
  readonly bibs: readonly Bib[];
  /** Only photos with at least one of the bibs. */
  readonly classes: readonly ItemClass[];
}

/**
 * Groups the photos, and leaves out each runner all of whose photos are also another's: that other
 * one's pack costs the same and pays for no less. Of two with the same photos the first bib stays.
 */
export function runnerCandidates(
  items: readonly PricedItem[],
  { evenWithinOthers }: { readonly evenWithinOthers: boolean },
): RunnerCandidates {
  const photosOf = new Map<Bib, Set<number>>();
  for (const [index, { bibs }] of items.entries()) {
    for (const bib of bibs) {
      const photos = photosOf.get(bib) ?? new Set();
      photosOf.set(bib, photos.add(index));
    }
  }
  const bibs = [...photosOf.keys()].sort();
  const kept = bibs.filter((bib) => evenWithinOthers || !isWithinAnother(bib, photosOf, items));
  return { bibs: kept, classes: groupItems(items, kept) };
}

function isWithinAnother(
  bib: Bib,
  photosOf: ReadonlyMap<Bib, ReadonlySet<number>>,
  items: readonly PricedItem[],
): boolean {
  const own = photosOf.get(bib) ?? new Set();
  const [first] = own;
  if (first === undefined) return true;
  // Whoever has all of them is also in the first.
  return (items[first]?.bibs ?? []).some((other) => {
    const theirs = photosOf.get(other) ?? new Set();
    if (other === bib || theirs.size < own.size) return false;
    if (theirs.size === own.size && bib < other) return false;
    for (const photo of own) if (!theirs.has(photo)) return false;
    return true;
  });
}

function groupItems(items: readonly PricedItem[], bibs: readonly Bib[]): ItemClass[] {
  const indexOf = new Map(bibs.map((bib, index) => [bib, index]));
  const classes = new Map<string, ItemClass>();
  for (const item of items) {
    const runners = [...new Set(item.bibs.flatMap((bib) => indexOf.get(bib) ?? []))].sort(
      (a, b) => a - b,
    );
    if (runners.length === 0) continue;
    const key = `${item.size} ${runners.join(' ')}`;
    const count = (classes.get(key)?.count ?? 0) + 1;
    classes.set(key, { size: item.size, count, runners });
  }
  return [...classes.values()];
}
