import { legalGaps } from '../../config/legal-gaps.js';
import type { Settings } from '../../config/settings.js';
import { hasLiveKey } from '../../sale-settings.js';
import type { Check } from '../check.js';
import type { ShopWords } from '../shop-words.js';

/** Whether the legal pages say who runs the shop. */
export function checkLegalPages(
  { settings, isForOthers }: { readonly settings: Settings; readonly isForOthers: boolean },
  { legalPages: words }: ShopWords,
): Check {
  return {
    name: 'legal pages',
    run: () => {
      const missing = legalGaps(settings);
      if (missing.length === 0) return { status: 'ok', detail: words.filled };
      const gaps = words.gaps(missing.join(', '));
      return isForOthers || hasLiveKey(settings)
        ? { status: 'warn', ...gaps }
        : { status: 'ok', detail: gaps.detail };
    },
  };
}
