import { cents, type Cents } from '../money.js';

/** An amount that includes VAT, taken apart. `net + vat` is the amount, to the cent. */
export interface VatSplit {
  readonly net: Cents;
  readonly vat: Cents;
}

/**
 * The VAT within an amount: amount x rate / (100 + rate), rounded half away from zero, so that an
 * amount and the same given back cancel out. Split sums, not their parts: parts round for themselves.
 *
 * @param rate percent with at most two decimals: 20, 5.5; 0 where no VAT is charged
 */
export function splitVat(amount: Cents, rate: number): VatSplit {
  // In hundredths of a percent, so that all numbers are whole: 2^31 cents x 10^4 are below 2^53.
  const hundredths = Math.round(rate * 100);
  const exact = (Math.abs(amount) * hundredths) / (10_000 + hundredths);
  const vat = cents(Math.sign(amount) * Math.round(exact) || 0);
  return { net: cents(amount - vat), vat };
}
