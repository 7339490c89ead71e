import { isLoopback, isPublic, localUrl } from '../../config/local-url.js';
import type { Settings } from '../../config/settings.js';
import { hasLiveKey } from '../../sale-settings.js';
import type { Check } from '../check.js';
import type { ShopWords } from '../shop-words.js';

/** Whether what leads to the shop, and what passes on the way, is as others need it. */
export function checkPublicAddress(
  settings: Pick<Settings, 'host' | 'port' | 'publicUrl' | 'trustProxy' | 'stripeSecretKey'>,
  { address: words }: ShopWords,
): Check {
  return {
    name: 'public address',
    run: () => {
      const { host, port, publicUrl, trustProxy } = settings;
      const url = publicUrl ?? localUrl(host, port);
      if (!isPublic(settings)) return { status: 'ok', detail: words.hereAlone(url) };
      const { protocol, hostname } = new URL(url);
      if (publicUrl === undefined || isLoopback(hostname))
        return { status: 'warn', ...words.unreachable(url) };
      if (protocol !== 'https:')
        return { status: hasLiveKey(settings) ? 'fail' : 'warn', ...words.unencrypted(url) };
      // The storefront itself speaks plain http.
      if (trustProxy === undefined) return { status: 'warn', ...words.noProxy(url) };
      return { status: 'ok', detail: url };
    },
  };
}
