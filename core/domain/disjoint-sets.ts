/** Things joined into sets, pair by pair; each thing begins as a set of its own. */
export interface DisjointSets<T> {
  /** False where they were in one set already. */
  join(one: T, other: T): boolean;
  /** One thing for each set, the same until its next join. */
  representativeOf(thing: T): T;
}

export function createDisjointSets<T>(): DisjointSets<T> {
  // Only what was joined to another: the rest stands for itself.
  const parents = new Map<T, T>();

  function representativeOf(thing: T): T {
    let at = thing;
    for (let next = parents.get(at); next !== undefined; next = parents.get(at)) {
      const beyond = parents.get(next);
      // Halving the path keeps the way short for the next one who asks.
      if (beyond !== undefined) parents.set(at, beyond);
      at = next;
    }
    return at;
  }

  return {
    representativeOf,
    join(one, other) {
      const [a, b] = [representativeOf(one), representativeOf(other)];
      if (a === b) return false;
      parents.set(a, b);
      return true;
    },
  };
}
