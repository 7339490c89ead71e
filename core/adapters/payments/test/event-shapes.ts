import type { Cents } from '../../../domain/money.js';
import type { PaymentRequest } from '../../../ports/payments.js';

/** An event without its name and time. */
export interface EventDraft {
  readonly type: string;
  readonly data: { readonly object: object };
}

interface Payment {
  readonly id: string;
  readonly request: Omit<PaymentRequest, 'email' | 'returnUrl'>;
}

type PaymentEvent = 'processing' | 'succeeded' | 'payment_failed' | 'canceled';

/** docs.stripe.com/api/payment_intents/object */
export function paymentEvent(said: PaymentEvent, { id, request }: Payment): EventDraft {
  const { amount, currency, orderId, orderNumber } = request;
  return {
    type: `payment_intent.${said}`,
    data: {
      object: {
        id,
        object: 'payment_intent',
        amount,
        amount_received: said === 'succeeded' ? amount : 0,
        currency: currency.toLowerCase(),
        status: STATUS[said],
        metadata: { order_id: orderId, order_number: orderNumber },
        last_payment_error:
          said === 'payment_failed' ? { code: 'card_declined', message: 'Declined.' } : null,
      },
    },
  };
}

const STATUS = {
  processing: 'processing',
  succeeded: 'succeeded',
  payment_failed: 'requires_payment_method',
  canceled: 'canceled',
} as const satisfies Record<PaymentEvent, string>;

/** docs.stripe.com/api/refunds/object */
export function refundEvent(
  { id: payment, request }: Payment,
  { id, amount }: { readonly id: string; readonly amount: Cents },
): EventDraft {
  return {
    type: 'refund.created',
    data: {
      object: {
        id,
        object: 'refund',
        amount,
        currency: request.currency.toLowerCase(),
        payment_intent: payment,
        status: 'succeeded',
      },
    },
  };
}

/** docs.stripe.com/api/disputes/object; one for each payment. */
export function disputeEvent(
  said: 'opened' | 'won' | 'lost',
  { id: payment, request }: Payment,
): EventDraft {
  const currency = request.currency.toLowerCase();
  const taken = { amount: 0 - request.amount, fee: 0, currency };
  const givenBack = { ...taken, amount: request.amount };
  return {
    type: said === 'opened' ? 'charge.dispute.created' : 'charge.dispute.closed',
    data: {
      object: {
        id: payment.replace(/^pi_/, 'dp_'),
        object: 'dispute',
        amount: request.amount,
        currency,
        payment_intent: payment,
        status: said === 'opened' ? 'needs_response' : said,
        balance_transactions: said === 'won' ? [taken, givenBack] : [taken],
      },
    },
  };
}
