import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRecent } from '../../core/drawing/recent.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Counts what it makes: that many bytes. */
function maker(bytes: number) {
  const make = vi.fn(() => Promise.resolve(new Uint8Array(bytes)));
  return make;
}

describe('what was made a short while ago', () => {
  it('is made once for all who ask at the same time, and for those who come soon', async () => {
    const recent = createRecent({ mostBytes: 100, forMs: 1000 });
    const make = maker(10);
    await Promise.all(Array.from({ length: 20 }, () => recent.find('a', make)));
    await recent.find('a', make);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('is forgotten when its time is over, asked for or not', async () => {
    const recent = createRecent({ mostBytes: 100, forMs: 1000 });
    const make = maker(10);
    await recent.find('a', make);
    vi.advanceTimersByTime(900);
    await recent.find('a', make);
    expect(make).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(100);
    expect(vi.getTimerCount()).toBe(0);
    await recent.find('a', make);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('leaves when there is no room, least recently asked for first', async () => {
    const recent = createRecent({ mostBytes: 100, forMs: 1000 });
    const [a, b, c] = [maker(40), maker(40), maker(40)];
    await recent.find('a', a);
    await recent.find('b', b);
    await recent.find('a', a);
    await recent.find('c', c);
    await recent.find('a', a);
    expect(a).toHaveBeenCalledTimes(1);
    await recent.find('b', b);
    expect(b).toHaveBeenCalledTimes(2);
  });

  it('is tried again where it could not be made', async () => {
    const recent = createRecent({ mostBytes: 100, forMs: 1000 });
    await expect(recent.find('a', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
    expect((await recent.find('a', maker(3))).length).toBe(3);
  });
});
