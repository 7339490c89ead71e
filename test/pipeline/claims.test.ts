import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClaims, type Claim } from '../../core/pipeline/claims.js';

async function work(
  claim: Claim<string>,
  name: string,
  key: string,
  delays: readonly [number, number],
): Promise<string> {
  await pause(delays[0]);
  const taken = await claim.take(key);
  if (!taken.owned) return taken.outcome;
  await pause(delays[1]);
  claim.settle(key, name);
  return name;
}

function pause(turns: number): Promise<void> {
  return turns === 0 ? Promise.resolve() : Promise.resolve().then(() => pause(turns - 1));
}

describe('claims', () => {
  it('give a key to the first place in the walk, however the work interleaves', async () => {
    const place = fc.record({
      key: fc.constantFrom('a', 'b', 'c'),
      delays: fc.tuple(fc.nat(20), fc.nat(20)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(place, { maxLength: 12 }), async (places) => {
        const claims = createClaims<string>();
        // All in hand together, so a key that settles early is not claimed anew in this test.
        const owners = await Promise.all(
          places.map(({ key, delays }, index) =>
            work(claims.next(), String(index), key, [delays[0], delays[1] + 1000]),
          ),
        );
        expect(owners).toEqual(
          places.map(({ key }) => String(places.findIndex((other) => other.key === key))),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('let later places go on after one that passes', async () => {
    const claims = createClaims<string>();
    const [first, second] = [claims.next(), claims.next()];
    const taken = second.take('a');
    first.pass();
    expect(await taken).toEqual({ owned: true });
  });

  it('tell the waiting ones when the owner gives up', async () => {
    const claims = createClaims<string>();
    const [owner, other] = [claims.next(), claims.next()];
    await owner.take('a');
    const taken = await other.take('a');
    owner.abandon('a', new Error('disk full'));
    if (taken.owned) throw new Error('expected the key to be taken');
    await expect(taken.outcome).rejects.toThrow('disk full');
  });

  it('give a settled key to the next one that asks: it is in the database by then', async () => {
    const claims = createClaims<string>();
    const first = claims.next();
    await first.take('a');
    first.settle('a', 'first');
    expect(await claims.next().take('a')).toEqual({ owned: true });
  });
});
