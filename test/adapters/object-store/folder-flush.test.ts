import { describe, expect, it } from 'vitest';
import { createFolderFlush } from '../../../core/adapters/object-store/file-system/folder-flush.js';

/** Flushes that end when the test says so, in their order. */
function heldFlushes() {
  const begun: string[] = [];
  const ends: { done(): void; fail(error: Error): void }[] = [];
  const flush = createFolderFlush((folder) => {
    begun.push(folder);
    return new Promise((resolve, reject) => ends.push({ done: resolve, fail: reject }));
  });
  return { begun, ends, flush };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('createFolderFlush', () => {
  it('begins another flush for who asks while one runs, and shares it among them', async () => {
    const { begun, ends, flush } = heldFlushes();
    const first = flush('a');
    const late = [flush('a'), flush('a'), flush('a')];
    let lateEnded = false;
    void Promise.all(late).then(() => (lateEnded = true));
    expect(begun).toEqual(['a']);

    ends[0]?.done();
    await first;
    await settled();
    // The names they added may have come too late for the first.
    expect(lateEnded).toBe(false);
    expect(begun).toEqual(['a', 'a']);

    ends[1]?.done();
    await Promise.all(late);
    expect(begun).toHaveLength(2);
  });

  it('lets no folder wait for another', () => {
    const { begun, flush } = heldFlushes();
    void flush('a');
    void flush('b');
    expect(begun).toEqual(['a', 'b']);
  });

  it('tells a failure to those who shared the flush, and to nobody after them', async () => {
    const { ends, flush } = heldFlushes();
    const first = flush('a');
    const second = [flush('a'), flush('a')];
    ends[0]?.fail(new Error('no disk'));
    await expect(first).rejects.toThrow('no disk');
    await settled();
    ends[1]?.fail(new Error('still none'));
    for (const one of second) await expect(one).rejects.toThrow('still none');

    const third = flush('a');
    ends[2]?.done();
    await expect(third).resolves.toBeUndefined();
  });

  it('flushes again for who asks after the end', async () => {
    const { begun, ends, flush } = heldFlushes();
    const first = flush('a');
    ends[0]?.done();
    await first;
    void flush('a');
    expect(begun).toEqual(['a', 'a']);
  });
});
