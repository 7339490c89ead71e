import Stripe from 'stripe';
import { explainStripeError } from './stripe-error.js';
import type { StripeOptions } from './stripe-payments.js';

/** Where Stripe sends its notices. */
export interface StripeEndpoint {
  readonly url: string;
  readonly isEnabled: boolean;
  /** `*` for all. */
  readonly events: readonly string[];
}

/** What is set up at Stripe, as far as the key may read it. */
export interface StripeSetup {
  /** Undefined where the key may not read them. FocusError `unavailable`, `config`. */
  endpoints(): Promise<readonly StripeEndpoint[] | undefined>;
  /** Whether Apple Pay is shown on a host; undefined where the key may not read that. */
  hasApplePay(host: string): Promise<boolean | undefined>;
}

export function readStripeSetup({
  secretKey,
  server,
}: Pick<StripeOptions, 'secretKey' | 'server'>): StripeSetup {
  // Somebody waits for the answer at a terminal.
  const stripe = new Stripe(secretKey, {
    ...server,
    maxNetworkRetries: 1,
    timeout: 10_000,
    telemetry: false,
  });
  return {
    endpoints: () =>
      ifAllowed(async () => {
        const endpoints: StripeEndpoint[] = [];
        for await (const { url, status, enabled_events: events } of stripe.webhookEndpoints.list({
          limit: 100,
        }))
          endpoints.push({ url, isEnabled: status === 'enabled', events });
        return endpoints;
      }),
    hasApplePay: (host) =>
      ifAllowed(async () => {
        for await (const domain of stripe.paymentMethodDomains.list({ domain_name: host }))
          if (domain.enabled && domain.apple_pay.status === 'active') return true;
        return false;
      }),
  };
}

async function ifAllowed<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Stripe.errors.StripePermissionError) return undefined;
    throw explainStripeError(error) ?? error;
  }
}
