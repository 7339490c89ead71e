import { FocusError } from '../../errors.js';
import type { CheckOutcome } from '../check.js';
import type { ShopWords } from '../shop-words.js';

/** What the shop itself would refuse, in the words of the language, or else in those of the error. */
export function refused(error: unknown, { refusals }: ShopWords): CheckOutcome {
  const words = error instanceof FocusError ? refusals[error.code] : undefined;
  if (words === undefined) throw error;
  return { status: 'fail', ...words };
}
