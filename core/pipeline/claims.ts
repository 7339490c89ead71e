/**
 * Decides which of several files with the same bytes is the photo and which are its
 * duplicates: the first in the order of the walk, however the reading of them interleaves.
 */
export interface Claims<Owned> {
  /** Takes the next place in the walk; call it in the order of the walk, without waiting. */
  next(): Claim<Owned>;
}

export interface Claim<Owned> {
  /**
   * Waits until every earlier place has claimed or passed. An owned key has to be settled or
   * abandoned by its owner; else `outcome` is what the owner makes of it.
   */
  take(
    key: string,
  ): Promise<
    { readonly owned: true } | { readonly owned: false; readonly outcome: Promise<Owned> }
  >;
  /** This place claims nothing. Needed for every place that does not take, or later ones wait for ever. */
  pass(): void;
  settle(key: string, outcome: Owned): void;
  abandon(key: string, cause: unknown): void;
}

interface Pending<Owned> {
  readonly outcome: Promise<Owned>;
  readonly resolve: (outcome: Owned) => void;
  readonly reject: (cause: unknown) => void;
}

function createPending<Owned>(): Pending<Owned> {
  let settle: Pick<Pending<Owned>, 'resolve' | 'reject'> | undefined;
  const outcome = new Promise<Owned>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // Nobody may be waiting; the owner reports its own failure.
  outcome.catch(() => undefined);
  if (settle === undefined) throw new Error('a promise runs its executor at once');
  return { outcome, ...settle };
}

export function createClaims<Owned>(): Claims<Owned> {
  // Only what is in hand: a settled key is found in the database from then on.
  const inHand = new Map<string, Pending<Owned>>();
  let lastTurn: Promise<unknown> = Promise.resolve();

  function next(): Claim<Owned> {
    const earlier = lastTurn;
    const turn = createPending<'finished'>();
    lastTurn = turn.outcome;
    const finishTurn = (): void => {
      turn.resolve('finished');
    };
    function release(key: string): Pending<Owned> | undefined {
      const owned = inHand.get(key);
      inHand.delete(key);
      return owned;
    }
    return {
      async take(key) {
        await earlier;
        const owner = inHand.get(key);
        if (owner === undefined) inHand.set(key, createPending());
        finishTurn();
        return owner === undefined ? { owned: true } : { owned: false, outcome: owner.outcome };
      },
      pass() {
        void earlier.then(finishTurn);
      },
      settle(key, outcome) {
        release(key)?.resolve(outcome);
      },
      abandon(key, cause) {
        release(key)?.reject(cause);
      },
    };
  }

  return { next };
}
