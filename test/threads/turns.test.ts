import { describe, expect, it } from 'vitest';
import { createTurns } from '../../core/threads/turns.js';

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('are one after the other for one visitor, at the same time for several', async () => {
    const inTurn = createTurns();
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} begins`);
      await tick();
      log.push(`${name} ends`);
      return name;
    };
    const all = [
      inTurn('ana', work('a1')),
      inTurn('ana', work('a2')),
      inTurn('bob', work('b1')),
      inTurn('ana', work('a3')),
    ];
    expect(await Promise.all(all)).toEqual(['a1', 'a2', 'b1', 'a3']);
    expect(log.filter((line) => line.startsWith('a'))).toEqual([
      'a1 begins',
      'a1 ends',
      'a2 begins',
      'a2 ends',
      'a3 begins',
      'a3 ends',
    ]);
    expect(log.indexOf('b1 begins')).toBeLessThan(log.indexOf('a1 ends'));
  });

  it('go on where one fails', async () => {
    const inTurn = createTurns();
    const failing = inTurn('ana', () => Promise.reject(new Error('declined')));
    const next = inTurn('ana', () => Promise.resolve('placed'));
    await expect(failing).rejects.toThrow('declined');
    expect(await next).toBe('placed');
  });
});
