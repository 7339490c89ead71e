import { createHmac, timingSafeEqual } from 'node:crypto';
import { badSignature } from '../bad-signature.js';

/** Seconds; Stripe's default too. */
const TOLERANCE = 300;

/**
 * Header `Stripe-Signature` for a body: `t=<seconds>,v1=<HMAC-SHA-256 of "t.body">`
 * (docs.stripe.com/webhooks#verify-manually).
 */
export function signEvent(body: string, secret: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${mac(seconds, body, secret)}`;
}

/** Throws FocusError `payments.bad-signature` for an altered, foreign or old body. */
export function verifyEvent(
  body: string,
  signature: string | undefined,
  secret: string,
  now: Date,
): void {
  const parts = (signature ?? '').split(',').map((part) => part.split('='));
  const seconds = Number(parts.find(([name]) => name === 't')?.[1] ?? Number.NaN);
  const candidates = parts.flatMap(([name, value]) =>
    name === 'v1' && value !== undefined ? [value] : [],
  );
  if (!Number.isSafeInteger(seconds) || candidates.length === 0)
    throw badSignature('it has no signature');
  const expected = Buffer.from(mac(seconds, body, secret));
  const fits = candidates.some((candidate) => {
    const given = Buffer.from(candidate);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!fits) throw badSignature('its signature does not fit');
  if (Math.abs(now.getTime() / 1000 - seconds) > TOLERANCE) throw badSignature('it is too old');
}

function mac(seconds: number, body: string, secret: string): string {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
}
