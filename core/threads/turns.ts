/** Runs the work of one visitor one after the other, that of several at the same time. */
export type InTurn = <T>(visitor: string, work: () => Promise<T>) => Promise<T>;

export function createTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return async (visitor, work) => {
    const before = last.get(visitor);
    const mine = before === undefined ? work() : before.then(work, work);
    last.set(visitor, mine);
    try {
      return await mine;
    } finally {
      if (last.get(visitor) === mine) last.delete(visitor);
    }
  };
}
