import { describe, expect, it } from 'vitest';
import { cents, type ShownCart } from '../../../core/index.js';
import { wordsIn } from '../../../storefront/messages/messages.js';
import { cartModel } from '../../../storefront/view-models/cart.js';

type Priced = Extract<ShownCart, { kind: 'priced' }>;

function modelOf(proven: boolean) {
  const event = { slug: 'x', name: 'X', timeZone: 'Europe/Paris' } as Priced['event'];
  const quote = {
    currency: 'EUR',
    lines: [],
    subtotal: cents(800),
    discount: cents(0),
    serviceFee: cents(100),
    total: cents(900),
    hint: undefined,
    proven,
    withheld: [],
  } as const;
  const shown: Priced = {
    kind: 'priced',
    event,
    quote,
    code: { kind: 'none' },
    photos: new Map(),
    packs: [],
    lines: [],
    sponsored: undefined,
    isPaused: false,
    vat: { rate: 20, amount: cents(150) },
  };
  const cart = [{ photoId: '00000000-0000-4000-8000-000000000000', size: 'hd' }] as const;
  const words = wordsIn('fr');
  return cartModel({ slug: 'x', cart, shown, isFull: false, left: [], words, language: 'fr' });
}

describe('cartModel', () => {
  it('claims the lowest price only where it was proven', () => {
    expect(modelOf(true).isProven).toBe(true);
    expect(modelOf(false).isProven).toBe(false);
    expect(wordsIn('fr').cart.notProven).toContain('il peut en exister une moins chère');
  });
});
