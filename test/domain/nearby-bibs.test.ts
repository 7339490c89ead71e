import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearbyBibs } from '../../core/domain/nearby-bibs.js';
import { bibOf } from '../support/gallery-rows.js';

const digits = fc
  .array(fc.constantFrom(...'0123456789'), { minLength: 1, maxLength: 6 })
  .map((list) => list.join(''));

describe('nearbyBibs', () => {
  it('has every digit changed, left out, added or swapped, and a letter in front', () => {
    const nearby = nearbyBibs(bibOf('1234'));
    expect(nearby).toEqual(
      expect.arrayContaining(['1284', '123', '12334', '01234', '1324', 'A1234']),
    );
    expect(nearby).not.toContain('1234');
    expect(nearby).not.toContain('4321');
    expect(new Set(nearby).size).toBe(nearby.length);
  });

  it('is symmetric: whoever is near a bib has that bib near by', () => {
    fc.assert(
      fc.property(digits, fc.nat(), (text, choice) => {
        const bib = bibOf(text);
        const nearby = nearbyBibs(bib).filter((one) => /^\d+$/.test(one));
        const other = nearby[choice % nearby.length];
        if (other === undefined) throw new Error('Expected a neighbour');
        expect(nearbyBibs(other)).toContain(bib);
      }),
    );
  });

  it('stays small enough to look each one up', () => {
    expect(nearbyBibs(bibOf('12345')).length).toBeLessThan(200);
    expect(nearbyBibs(bibOf('AB-1234567890')).length).toBeLessThan(1500);
  });
});
