import Stripe from 'stripe';
import type { PaymentRequest, Payments, RefundRequest } from '../../../ports/payments.js';
import { badSignature } from '../bad-signature.js';
import { readStripeEvent } from '../read-stripe-event.js';
import { explainStripeError } from './stripe-error.js';

export interface StripeOptions {
  readonly secretKey: string;
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
    refund: (request) => explained(refund(stripe, request)),
    cancel: (paymentId) => explained(cancel(stripe, paymentId)),
    readNotice(body, signature) {
      if (signature === undefined) throw badSignature('it has no signature');
      let event: Stripe.Event;
      try {
        event = stripe.webhooks.constructEvent(Buffer.from(body), signature, options.webhookSecret);
      } catch (error) {
        throw badSignature('its signature does not fit, or it is too old', error);
      }
      return readStripeEvent(event);
    },
  };
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
  const intent = await stripe.paymentIntents.create(
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
  if (intent.client_secret === null) throw new TypeError('A PaymentIntent has no client secret');
  return { paymentId: intent.id, clientSecret: intent.client_secret, pageUrl: undefined };
}

/**
 * The buyer's money comes back from the seller's account, cent by cent; the fee is given back to the
 * seller with it: by Stripe's own switch for a refund of everything, by a call of its own for a
 * part, because Stripe's switch would give back a share of the fee and not the part that is meant.
 */
async function refund(stripe: Stripe, request: RefundRequest) {
  const { paymentId, amount, isWhole, applicationFee, sellerAccount, idempotencyKey } = request;
  const isDestination = sellerAccount !== undefined;
  const created = await stripe.refunds.create(
    {
      payment_intent: paymentId,
      amount,
      ...(isDestination ? { reverse_transfer: true, refund_application_fee: isWhole } : {}),
    },
    { idempotencyKey },
  );
  if (isDestination && !isWhole && applicationFee > 0) {
    const feeId = await applicationFeeOf(stripe, paymentId);
    await stripe.applicationFees.createRefund(
      feeId,
      { amount: applicationFee },
      { idempotencyKey: `${idempotencyKey}-fee` },
    );
  }
  return { refundId: created.id };
}

async function applicationFeeOf(stripe: Stripe, paymentId: string): Promise<string> {
  const { latest_charge: charge } = await stripe.paymentIntents.retrieve(paymentId, {
    expand: ['latest_charge'],
  });
  const fee = typeof charge === 'object' ? charge?.application_fee : undefined;
  const feeId = typeof fee === 'object' ? fee?.id : fee;
  if (feeId === undefined)
    throw new TypeError(`Payment ${paymentId} went to a seller without an application fee`);
  return feeId;
}

async function cancel(stripe: Stripe, paymentId: string): Promise<boolean> {
  try {
    await stripe.paymentIntents.cancel(paymentId);
    return true;
  } catch (error) {
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
