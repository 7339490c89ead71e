import { isPublic } from '../../config/local-url.js';
import type { Settings } from '../../config/settings.js';
import type { Check } from '../check.js';
import type { ShopWords } from '../shop-words.js';

/** Who may read /metrics. */
export function checkMetrics(
  settings: Pick<Settings, 'host' | 'publicUrl' | 'trustProxy' | 'metricsToken'>,
  { metrics: words }: ShopWords,
): Check {
  return {
    name: 'metrics',
    run: () => {
      if (settings.metricsToken !== undefined) return { status: 'ok', detail: words.byToken };
      if (isPublic(settings)) return { status: 'warn', ...words.noToken };
      return { status: 'ok', detail: words.hereAlone };
    },
  };
}
