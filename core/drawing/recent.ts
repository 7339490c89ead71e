/** What was made a short while ago, in memory, up to so many bytes: the least recently asked for goes first. */
export interface Recent {
  /** Several who ask at the same time share one making. What cannot be made is not remembered. */
  find(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array>;
}

export function createRecent({
  mostBytes,
  forMs,
}: {
  readonly mostBytes: number;
  readonly forMs: number;
}): Recent {
  const made = new Map<string, { readonly bytes: Uint8Array; readonly timer: NodeJS.Timeout }>();
  const making = new Map<string, Promise<Uint8Array>>();
  let size = 0;

  function forget(key: string): void {
    const entry = made.get(key);
    if (entry === undefined) return;
    clearTimeout(entry.timer);
    made.delete(key);
    size -= entry.bytes.length;
  }

  function keep(key: string, bytes: Uint8Array): void {
    made.set(key, { bytes, timer: setTimeout(() => forget(key), forMs).unref() });
    size += bytes.length;
    for (const oldest of made.keys()) {
      if (size <= mostBytes) return;
      forget(oldest);
    }
  }

  async function makeOnce(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    try {
      const bytes = await make();
      keep(key, bytes);
      return bytes;
    } finally {
      making.delete(key);
    }
  }

  return {
    find(key, make) {
      const found = made.get(key);
      if (found !== undefined) {
        // Behind the others, with the end it had.
        made.delete(key);
        made.set(key, found);
        return Promise.resolve(found.bytes);
      }
      const work = making.get(key) ?? makeOnce(key, make);
      making.set(key, work);
      return work;
    },
  };
}
