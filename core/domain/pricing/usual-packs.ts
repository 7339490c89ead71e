import { cents } from '../money.js';
import type { Pack } from '../pack.js';

/** What a seller decides of a pack. */
export type PackTerms = Omit<Pack, 'id' | 'eventId'>;

/**
 * What race photographers commonly offer, and what an event gets that is published without packs. All
 * of one's own photos for less than ten of anybody's: most runners want theirs, teams want ten. One
 * photo for a phone is the cheapest thing there is; HD packs pay for web versions too.
 */
export const USUAL_PACKS: readonly PackTerms[] = [
  { kind: 'photos', quantity: 1, size: 'web', price: cents(500), ...always() },
  { kind: 'photos', quantity: 1, size: 'hd', price: cents(800), ...always() },
  { kind: 'photos', quantity: 5, size: 'hd', price: cents(2500), ...always() },
  { kind: 'photos', quantity: 10, size: 'hd', price: cents(4000), ...always() },
  { kind: 'all-of-mine', quantity: undefined, size: 'hd', price: cents(3500), ...always() },
];

function always() {
  return { availableFrom: undefined, availableUntil: undefined };
}
