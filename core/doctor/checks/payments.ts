import { checkSale, type Currency, type SaleSettings } from '../../sale-settings.js';
import type { Check } from '../check.js';
import type { ShopWords } from '../shop-words.js';
import { refused } from './refused.js';

interface Sale {
  readonly settings: SaleSettings;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isForOthers: boolean;
}

/** Whether the shop can sell, and what buyers pay with. */
export function checkPayments(
  { settings, environment, isForOthers }: Sale,
  words: ShopWords,
): Check {
  return {
    name: 'payments',
    run: () => {
      let currency: Currency;
      try {
        currency = checkSale(settings, environment);
      } catch (error) {
        return refused(error, words);
      }
      const { money, stripeTestMode, testProvider } = words.payments;
      if (currency === 'money') return { status: 'ok', detail: money };
      const play = currency === 'test-provider' ? testProvider : stripeTestMode;
      return isForOthers ? { status: 'warn', ...play } : { status: 'ok', detail: play.detail };
    },
  };
}
