import { FocusError } from '../../errors.js';
import { cents, type Cents } from '../money.js';

/** Of a pack or an amount off, as the database holds it: 100,000.00. */
const MOST_CENTS = 10_000_000;

/** An amount as people write it: 8, 8.5, 8,50. FocusError `input` `price.unreadable` where it is none. */
export function readPrice(text: string): Cents {
  const [, whole, fraction = ''] = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text.trim()) ?? [];
  const amount = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  if (whole === undefined || amount > MOST_CENTS) {
    throw new FocusError('input', 'price.unreadable', `"${text}" is not a price`, {
      hint: 'Write it in the currency of the event, such as 8, 8.50 or 25.00.',
    });
  }
  return cents(amount);
}
