import type { Check } from '../check.js';
import type { ShopWords } from '../shop-words.js';

/** What can be read at Stripe; undefined where the key has no right to. */
export interface StripeSetup {
  endpoints(): Promise<
    | readonly {
        readonly url: string;
        readonly isEnabled: boolean;
        readonly events: readonly string[];
      }[]
    | undefined
  >;
  hasApplePay(hostname: string): Promise<boolean | undefined>;
}

export interface StripeShop {
  /** As buyers and Stripe reach it. */
  readonly publicUrl: string;
  readonly setup: StripeSetup;
  /** All that the endpoint has to be subscribed to. */
  readonly events: readonly string[];
}

/** Whether Stripe tells this shop of all that orders depend on. */
export function checkStripeEvents(
  { publicUrl, setup, events: needed }: StripeShop,
  words: ShopWords,
): Check {
  const { events } = words.stripe;
  return {
    name: 'stripe events',
    run: async () => {
      const endpoints = await setup.endpoints();
      if (endpoints === undefined) return { status: 'ok', detail: events.unseen };
      const address = new URL('/webhooks/stripe', publicUrl).href;
      const ours = endpoints.filter(({ url, isEnabled }) => isEnabled && url === address);
      if (ours.length === 0) return { status: 'fail', ...events.none(address) };
      const subscribed = new Set(ours.flatMap((endpoint) => endpoint.events));
      const missing = needed.filter((event) => !subscribed.has(event));
      if (missing.length === 0 || subscribed.has('*'))
        return { status: 'ok', detail: events.all(address) };
      return { status: 'warn', ...events.missing(missing.join(', ')) };
    },
  };
}

/** Whether Apple Pay can be shown: Stripe asks for each domain to be registered. */
export function checkApplePay({ publicUrl, setup }: StripeShop, words: ShopWords): Check {
  const { applePay } = words.stripe;
  return {
    name: 'apple pay',
    run: async () => {
      const { hostname } = new URL(publicUrl);
      const isShown = await setup.hasApplePay(hostname);
      if (isShown === undefined) return { status: 'ok', detail: applePay.unseen };
      if (isShown) return { status: 'ok', detail: applePay.active(hostname) };
      return { status: 'warn', ...applePay.unregistered(hostname) };
    },
  };
}
