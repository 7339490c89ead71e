import type { Request, Response } from 'express';
import type { StorefrontContext } from './context.js';

/** Seconds; the provider is asked again about that often. */
const RETRY_AFTER = 600;

/**
 * Says that nothing can be paid now, and that nothing was charged. `paused`: the provider takes no money for
 * the seller. `amount`: not the amount of this order.
 */
export function showNoPayment(
  context: StorefrontContext,
  request: Request,
  response: Response,
  why: 'paused' | 'amount',
  href: string,
): void {
  const { title, text, link } = response.locals.words.checkout.noPayment[why];
  if (why === 'paused') response.set('Retry-After', String(RETRY_AFTER));
  response.set('Cache-Control', 'no-store');
  context.page(request, response, {
    view: 'checkout/no-payment',
    title,
    status: why === 'paused' ? 503 : 409,
    noindex: true,
    model: { title, text, link, href },
  });
}
