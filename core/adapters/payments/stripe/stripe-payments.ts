import Stripe from 'stripe';
import type { PaymentNotice, PaymentRequest, Payments } from '../../../ports/payments.js';
import { badSignature } from '../bad-signature.js';
import { readStripeEvent, readStripeIntent } from '../read-stripe-event.js';
import { askSellingOfStripe } from './ask-selling.js';
import { explainStartError } from './start-refusal.js';
import { explainStripeError } from './stripe-error.js';
import { askReturnsOfStripe } from './ask-returns.js';
import { moveSharesAtStripe, refundAtStripe } from './stripe-refunds.js';

export interface StripeOptions {
  readonly secretKey: string;
  /** Of several endpoints, separated by commas. */
  readonly webhookSecret: string;
  /** Another server than Stripe's, for tests. */
  readonly server?: { readonly host: string; readonly port: number; readonly protocol: 'http' };
}

/** Milliseconds. A buyer waits for the answer. */
const TIMEOUT = 20_000;

/**
 * Stripe: a PaymentIntent for an order, with whatever ways to pay the account offers. Where the seller
 * has a connected account it is a destination charge: the money goes there but for the application fee
 * (docs.stripe.com/connect/destination-charges).
 */
export function createStripePayments(options: StripeOptions): Payments {
  const stripe = new Stripe(options.secretKey, {
    ...options.server,
    // Safe: each call that changes something has an idempotency key.
    maxNetworkRetries: 2,
    timeout: TIMEOUT,
    telemetry: false,
  });
  return {
    name: 'stripe',
    start: (request) => explained(start(stripe, request)),
    askSelling: (account) => explained(askSellingOfStripe(stripe, account)),
    ask: (paymentId) => explained(ask(stripe, paymentId)),
    askReturns: (paymentId, sellerAccount) =>
      explained(askReturns(stripe, paymentId, sellerAccount !== undefined)),
    refund: (request) => explained(refundAtStripe(stripe, request)),
    moveShares: (request) => explained(moveSharesAtStripe(stripe, request)),
    cancel: (paymentId) => explained(cancel(stripe, paymentId)),
    readNotice(body, signature) {
      if (signature === undefined) throw badSignature('it has no signature');
      return readStripeEvent(verifiedEvent(stripe, body, signature, options.webhookSecret));
    },
  };
}

/** Signed with any of the secrets. */
function verifiedEvent(
  stripe: Stripe,
  body: Uint8Array,
  signature: string,
  secrets: string,
): Stripe.Event {
  let problem: unknown;
  for (const secret of secrets.split(',')) {
    try {
      return stripe.webhooks.constructEvent(Buffer.from(body), signature, secret.trim());
    } catch (error) {
      problem = error;
    }
  }
  throw badSignature('its signature does not fit, or it is too old', problem);
}

async function start(stripe: Stripe, request: PaymentRequest) {
  const { orderId, orderNumber, amount, currency, sellerAccount, applicationFee } = request;
  const destination =
    sellerAccount === undefined
      ? {}
      : {
          transfer_data: { destination: sellerAccount },
          application_fee_amount: applicationFee,
        };
  const asked = stripe.paymentIntents.create(
    {
      amount,
      currency: currency.toLowerCase(),
      automatic_payment_methods: { enabled: true },
      description: orderNumber,
      metadata: { order_id: orderId, order_number: orderNumber },
      ...destination,
    },
    { idempotencyKey: `order-${orderId}` },
  );
  const intent = await asked.catch((error: unknown) => {
    throw explainStartError(error) ?? error;
  });
  if (intent.client_secret === null) throw new TypeError('A PaymentIntent has no client secret');
  return { paymentId: intent.id, clientSecret: intent.client_secret, pageUrl: undefined };
}

/** Once, and soon: whoever is asked may be waiting for a page, and is asked again later. */
const ASKING = { timeout: 5000, maxNetworkRetries: 0 } as const;

async function ask(stripe: Stripe, paymentId: string): Promise<PaymentNotice | undefined> {
  const askedAt = new Date();
  try {
    const intent = await stripe.paymentIntents.retrieve(paymentId, {}, ASKING);
    return readStripeIntent(intent, askedAt);
  } catch (error) {
    if (isUnknown(error)) return undefined;
    throw error;
  }
}

async function askReturns(
  stripe: Stripe,
  paymentId: string,
  hasSeller: boolean,
): Promise<readonly PaymentNotice[]> {
  try {
    return await askReturnsOfStripe(stripe, paymentId, hasSeller);
  } catch (error) {
    if (isUnknown(error)) return [];
    throw error;
  }
}

/** Another account's, or of the other mode: the key was changed since. */
function isUnknown(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing'
  );
}

async function cancel(stripe: Stripe, paymentId: string): Promise<boolean> {
  try {
    await stripe.paymentIntents.cancel(paymentId);
    return true;
  } catch (error) {
    if (isUnknown(error)) return true;
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    if (error.code !== 'payment_intent_unexpected_state') throw error;
    const { status } = await stripe.paymentIntents.retrieve(paymentId);
    return status === 'canceled';
  }
}

async function explained<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw explainStripeError(error) ?? error;
  }
}
