import { describe, expect, it } from 'vitest';
import { createFairQueue } from '../../core/threads/fair-queue.js';

function takenWith(add: (queue: ReturnType<typeof createFairQueue<string>>) => void): string[] {
  const queue = createFairQueue<string>();
  add(queue);
  const taken: string[] = [];
  for (let next = queue.take(); next !== undefined; next = queue.take()) {
    taken.push(next.work);
    queue.finish(next.visitor);
  }
  return taken;
}

describe('a fair queue', () => {
  it('serves visitors in turns, whoever asked for a hundred things first', () => {
    const taken = takenWith((queue) => {
      for (let index = 0; index < 100; index += 1) queue.add('greedy', `g${index}`);
      queue.add('ana', 'a0');
      queue.add('bob', 'b0');
      queue.add('ana', 'a1');
    });
    expect(taken.slice(0, 6)).toEqual(['g0', 'a0', 'b0', 'g1', 'a1', 'g2']);
    expect(taken).toHaveLength(103);
  });

  it('gives a visitor nothing more while something of theirs is in hand', () => {
    const queue = createFairQueue<string>();
    queue.add('ana', 'a0');
    queue.add('ana', 'a1');
    expect(queue.take()?.work).toBe('a0');
    expect(queue.take()).toBeUndefined();
    expect(queue.waitingOf('ana')).toBe(1);
    queue.finish('ana');
    expect(queue.take()?.work).toBe('a1');
    expect(queue.waiting).toBe(0);
  });

  it('is empty once all was taken', () => {
    const queue = createFairQueue<string>();
    queue.add('ana', 'a0');
    queue.add('bob', 'b0');
    expect(queue.takeAll()).toEqual(['a0', 'b0']);
    expect(queue.waiting).toBe(0);
    expect(queue.take()).toBeUndefined();
  });
});
