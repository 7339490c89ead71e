import { expect } from 'vitest';
import type { Answer, Browser } from './browser.js';
import type { PublishedEvent } from './published-event.js';

type TestOutcome = 'paid' | 'declined' | '3d-secure' | 'debit-settles' | 'debit-fails';

/** Puts the photos into the cart and fills in the checkout; the answer leads to the payment. */
export async function orderPhotos(
  browser: Browser,
  { event }: PublishedEvent,
  photoIds: readonly string[],
  email = 'runner@example.org',
): Promise<Answer> {
  const cart = await browser.post(`/events/${event.slug}/cart`, { photoId: photoIds, size: 'hd' });
  expect(cart.status).toBe(303);
  const checkout = await browser.get(`/events/${event.slug}/checkout`);
  expect(checkout.status).toBe(200);
  return browser.post(`/events/${event.slug}/checkout`, { ...checkoutFields(checkout), email });
}

/** The hidden fields of a checkout page, and the waiver ticked. */
export function checkoutFields({ page }: Answer): Record<string, string> {
  const hidden = page
    .querySelectorAll('main input[type=hidden]')
    .map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']);
  return { ...Object.fromEntries(hidden), waiver: 'accepted' };
}

/** Chooses on the test provider's page; the path that the browser is sent to. */
export async function choose(
  browser: Browser,
  placed: Answer,
  outcome: TestOutcome,
): Promise<string> {
  const payment = await browser.follow(placed);
  expect(payment.status).toBe(200);
  const action = payment.page.querySelector('main form')?.getAttribute('action') ?? '';
  const chosen = await browser.post(action, { outcome });
  expect(chosen.status).toBe(303);
  return chosen.headers.get('location') ?? '';
}

/** A paid order: the path of its page, `/orders/<token>`. */
export async function buy(
  browser: Browser,
  published: PublishedEvent,
  photoIds: readonly string[],
): Promise<string> {
  return choose(browser, await orderPhotos(browser, published, photoIds), 'paid');
}
