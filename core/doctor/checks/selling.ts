import type { SellingPause } from '../../db/queries/selling-pauses.js';
import type { Check } from '../check.js';
import type { ShopWords } from '../shop-words.js';

/** Whether the payment provider takes money for the account that sells, as far as the shop knows. */
export function checkSelling(
  findPause: () => Promise<SellingPause | undefined>,
  words: ShopWords,
): Check {
  return {
    name: 'selling',
    run: async () => {
      const pause = await findPause();
      if (pause === undefined) return { status: 'ok', detail: words.selling.sells };
      return { status: 'fail', ...words.selling.paused(pause.reason) };
    },
  };
}
