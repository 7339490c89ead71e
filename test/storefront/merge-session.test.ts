import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSession } from '../../storefront/merge-session.js';

const line = (photoId: string, size = 'hd') => ({ photoId, size });
/** With its keys in another order, as the database gives them back. */
const kept = (photoId: string, size = 'hd') => ({ size, photoId });
const carts = (...race: object[]) => ({ carts: { race } });

describe('two requests that change a session at the same time', () => {
  it('both add their photos', () => {
    const merged = mergeSession(
      carts(kept('a')),
      carts(line('a'), line('b')),
      carts(kept('a'), kept('c')),
    );
    expect(merged).toEqual(carts(line('a'), line('c'), line('b')));
  });

  it('add the first photos of a cart, and of carts of two events', () => {
    const merged = mergeSession({}, carts(line('a')), {
      carts: { race: [kept('b')], other: [kept('c')] },
    });
    expect(merged).toEqual({ carts: { race: [line('b'), line('a')], other: [line('c')] } });
  });

  it('leave a photo once in a cart, in the size that was chosen last', () => {
    expect(mergeSession({}, carts(line('a', 'web')), carts(kept('a', 'hd')))).toEqual(
      carts(line('a', 'web')),
    );
  });

  it('lose no photo that was added while the others were bought', () => {
    const bought = { carts: {} };
    const added = carts(line('a'), line('b'));
    expect(mergeSession(carts(kept('a')), bought, added)).toEqual(carts(line('b')));
    expect(mergeSession(carts(kept('a')), added, bought)).toEqual(carts(line('b')));
  });

  it('keep the value of the one that changed it, and the later of two', () => {
    expect(mergeSession({ note: 'old' }, { note: 'old' }, { note: 'new' })).toEqual({
      note: 'new',
    });
    expect(mergeSession({ note: 'old' }, { note: 'mine' }, { note: 'new' })).toEqual({
      note: 'mine',
    });
    expect(mergeSession({ note: 'old' }, {}, { note: 'old' })).toEqual({});
  });

  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 12 }).map((id) => `p${id}`));
  const names = fc.constantFrom('race', 'other', '__proto__', 'constructor');
  const sessions = fc.dictionary(names, ids).map((favourites) => ({ favourites }));

  it('each keep what they added and lose what they took out, and nothing else changes', () => {
    fc.assert(
      fc.property(sessions, sessions, sessions, (base, mine, stored) => {
        const { favourites = {} } = mergeSession(base, mine, stored) as {
          favourites?: Record<string, string[]>;
        };
        for (const name of ['race', 'other', '__proto__', 'constructor']) {
          const of = (record: Record<string, string[]>) =>
            Object.hasOwn(record, name) ? (record[name] ?? []) : [];
          const [was, here, there] = [base, mine, stored].map((one) => of(one.favourites));
          const expected = [...new Set([...was!, ...here!, ...there!])].filter((id) =>
            was!.includes(id) ? here!.includes(id) && there!.includes(id) : true,
          );
          expect([...of(favourites)].sort()).toEqual(expected.sort());
        }
      }),
    );
  });

  it('are as one where there is only one', () => {
    fc.assert(
      fc.property(sessions, sessions, (base, changed) => {
        expect(mergeSession(base, changed, base)).toEqual(changed);
        expect(mergeSession(base, base, changed)).toEqual(changed);
      }),
    );
  });
});
