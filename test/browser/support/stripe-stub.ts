import type { BrowserContext } from 'playwright-core';

/** What the page asked of Stripe.js, in order. */
export interface StripeCalls {
  readonly calls: readonly (readonly [name: string, ...given: unknown[]])[];
}

/**
 * In place of https://js.stripe.com/v3/: takes what the Payment Element's guide shows and throws at
 * anything else (docs.stripe.com/payments/accept-a-payment?ui=elements). Like the original it puts a
 * frame into the page and calls the API from it. A card that ends in `declined` is refused.
 */
const SCRIPT = `
  window.stripeCalls = [];
  const only = (given, names) => {
    for (const name of Object.keys(given))
      if (!names.includes(name)) throw new TypeError('Unknown option ' + name);
  };
  window.Stripe = function Stripe(key, options) {
    if (!/^pk_test_/.test(key)) throw new TypeError('Not a publishable key: ' + key);
    only(options, ['locale']);
    if (window.stripeCalls.length > 0) throw new Error('Stripe was made twice');
    window.stripeCalls.push(['Stripe', key, options]);
    return {
      elements(options) {
        only(options, ['clientSecret', 'appearance']);
        if (!/^pi_.+_secret_/.test(options.clientSecret)) throw new TypeError('Not a client secret');
        window.stripeCalls.push(['elements', options]);
        this.made = { create: (kind, options) => create(kind, options) };
        return this.made;
      },
      async retrievePaymentIntent(secret) {
        if (!/^pi_.+_secret_/.test(secret)) throw new TypeError('Not a client secret');
        return { paymentIntent: { status: window.stripeStatus ?? 'requires_payment_method' } };
      },
      async handleNextAction(options) {
        only(options, ['clientSecret']);
        window.stripeCalls.push(['handleNextAction']);
        return { paymentIntent: { status: 'succeeded' } };
      },
      async confirmPayment(options) {
        only(options, ['elements', 'confirmParams']);
        only(options.confirmParams, ['return_url']);
        if (options.elements !== this.made) throw new TypeError('Not the elements of this payment');
        if (!document.querySelector('iframe[title=card]')) throw new Error('Nothing was mounted');
        window.stripeCalls.push(['confirmPayment', options.confirmParams]);
        await fetch('https://api.stripe.com/v1/payment_intents/pi/confirm', { method: 'POST' });
        const tries = window.stripeCalls.filter(([name]) => name === 'confirmPayment').length;
        if (tries === 1)
          return { error: { type: 'card_error', code: 'card_declined', message: 'Your card was declined.' } };
        if (tries === 2) throw new Error('The network went away');
        window.location.assign(options.confirmParams.return_url + '?redirect_status=succeeded');
        return new Promise(() => {});
      },
    };
  };
  function create(kind, options) {
    if (kind !== 'payment') throw new TypeError('Unknown element ' + kind);
    only(options, ['defaultValues']);
    only(options.defaultValues, ['billingDetails']);
    only(options.defaultValues.billingDetails, ['email']);
    window.stripeCalls.push(['create', kind, options]);
    const listeners = {};
    return {
      on(event, listener) {
        if (!['ready', 'loaderror'].includes(event)) throw new TypeError('Unknown event ' + event);
        listeners[event] = listener;
      },
      mount(place) {
        if (!(place instanceof Element) || !place.isConnected) throw new TypeError('Nowhere to mount');
        const frame = document.createElement('iframe');
        frame.title = 'card';
        frame.src = 'https://js.stripe.com/v3/elements-inner.html';
        place.append(frame);
        window.stripeCalls.push(['mount']);
        frame.addEventListener('load', () => listeners.ready?.());
      },
    };
  }
`;

/** Answers for every host but the shop's, and says which addresses were asked for. */
export async function standInForStripe(
  context: BrowserContext,
  shopUrl: string,
): Promise<string[]> {
  const asked: string[] = [];
  await context.route(
    (url) => url.origin !== shopUrl,
    (route) => {
      const url = route.request().url();
      asked.push(url);
      if (url === 'https://js.stripe.com/v3/')
        return route.fulfill({ contentType: 'text/javascript', body: SCRIPT });
      return route.fulfill({
        contentType: 'text/html',
        headers: { 'Access-Control-Allow-Origin': '*' },
        body: '<!doctype html><p>4242 4242 4242 4242</p>',
      });
    },
  );
  return asked;
}
