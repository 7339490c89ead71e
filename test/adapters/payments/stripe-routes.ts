import type Stripe from 'stripe';
import {
  formFields,
  idOf,
  textOf,
  truth,
  whole,
  type Field,
  type FieldsOf,
} from './stripe-fields.js';

/** An error as Stripe answers it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly error: object,
  ) {
    super('refused');
  }
}

export type Form = Readonly<Record<string, string>>;

export interface Route {
  readonly method: 'POST' | 'GET';
  readonly path: RegExp;
  readonly required: readonly string[];
  /** By name in the form; anything else is an error, as at Stripe. */
  readonly fields: ReadonlyMap<string, Field<unknown>>;
  answer(ids: readonly string[], form: Form): object;
}

/** What an answer has of an object of Stripe's. */
type Part<T> = T extends object ? { readonly [K in keyof T]?: Part<T[K]> } : T;

function route<Parameters, Answer>(
  method: Route['method'],
  path: RegExp,
  {
    fields,
    required = [],
    answer,
  }: {
    readonly fields: FieldsOf<Parameters>;
    readonly required?: readonly string[];
    answer(ids: readonly string[], form: Form): Part<Answer>;
  },
): Route {
  // An answer is of an object type of the SDK's.
  const answered = (ids: readonly string[], form: Form) => answer(ids, form) as object;
  return { method, path, required, fields: formFields(fields), answer: answered };
}

interface KeptIntent {
  readonly amount: number;
  readonly currency: string;
  status: Stripe.PaymentIntent.Status;
}
interface Kept {
  readonly id: string;
  readonly of: string;
  readonly amount: number;
  readonly reference: string | undefined;
}
const UNPAID = 'requires_payment_method';

/** What Stripe knows, and what it can be asked, of payments, refunds and fees (docs.stripe.com/api). */
export function stripeRoutes() {
  const intents = new Map<string, KeptIntent>();
  const refunds: Kept[] = [];
  const feeRefunds: Kept[] = [];
  let made = 0;
  const nextId = (prefix: string) => `${prefix}_${(made += 1)}`;

  function find(id: string): KeptIntent {
    const intent = intents.get(id);
    if (intent === undefined)
      throw new Refusal(404, {
        code: 'resource_missing',
        message: `No such payment_intent: ${id}`,
      });
    return intent;
  }
  function shown(id: string, expanded = false): Part<Stripe.PaymentIntent> {
    const { amount, currency, status } = find(id);
    return {
      id,
      object: 'payment_intent',
      client_secret: `${id}_secret_x`,
      amount,
      amount_received: status === 'succeeded' ? amount : 0,
      currency,
      status,
      last_payment_error: null,
      latest_charge: expanded ? { id: 'ch_1', object: 'charge', application_fee: 'fee_1' } : 'ch_1',
    };
  }
  const pageOf = (url: string, kept: readonly Kept[], form: Form) => {
    // Two on a page, whatever is asked for: whoever looks for one has to turn it.
    const from = kept.findIndex(({ id }) => id === form['starting_after']) + 1;
    const data = kept.slice(from, from + 2).map(({ id, amount, reference }) => ({
      id,
      amount,
      metadata: reference === undefined ? {} : { reference },
    }));
    return { object: 'list' as const, url, data, has_more: from + 2 < kept.length };
  };

  const routes: readonly Route[] = [
    route<Stripe.PaymentIntentCreateParams, Stripe.PaymentIntent>(
      'POST',
      /^\/v1\/payment_intents$/,
      {
        required: ['amount', 'currency', 'automatic_payment_methods[enabled]'],
        fields: {
          amount: whole,
          currency: textOf(/^[a-z]{3}$/),
          automatic_payment_methods: { enabled: truth },
          description: textOf(/^.{1,1000}$/),
          metadata: { order_id: textOf(/^.{1,500}$/), order_number: textOf(/^.{1,500}$/) },
          transfer_data: { destination: idOf('acct') },
          application_fee_amount: whole,
        },
        answer: (_, form) => {
          if ('application_fee_amount' in form && !('transfer_data[destination]' in form))
            throw new Refusal(400, { message: 'application_fee_amount without a destination' });
          const { amount, currency = '' } = form;
          const id = nextId('pi');
          intents.set(id, { amount: Number(amount), currency, status: UNPAID });
          return shown(id);
        },
      },
    ),
    route<Stripe.PaymentIntentRetrieveParams, Stripe.PaymentIntent>(
      'GET',
      /^\/v1\/payment_intents\/(pi_\w+)$/,
      {
        fields: { expand: [textOf(/^latest_charge$/)] },
        answer: ([id = ''], form) => shown(id, 'expand[0]' in form),
      },
    ),
    route<Stripe.PaymentIntentCancelParams, Stripe.PaymentIntent>(
      'POST',
      /^\/v1\/payment_intents\/(pi_\w+)\/cancel$/,
      {
        fields: {},
        answer: ([id = '']) => {
          const intent = find(id);
          if (intent.status !== UNPAID)
            throw new Refusal(400, { code: 'payment_intent_unexpected_state', message: 'No.' });
          intent.status = 'canceled';
          return shown(id);
        },
      },
    ),
    route<Stripe.RefundCreateParams, Stripe.Refund>('POST', /^\/v1\/refunds$/, {
      required: ['payment_intent', 'amount'],
      fields: {
        payment_intent: idOf('pi'),
        amount: whole,
        metadata: { reference: textOf(/^.{1,500}$/) },
        reverse_transfer: truth,
        refund_application_fee: truth,
      },
      answer: (_, form) => {
        const { payment_intent: of = '', amount, 'metadata[reference]': reference } = form;
        const { status } = find(of);
        if (status !== 'succeeded')
          throw new Refusal(400, { code: 'payment_intent_unexpected_state', message: 'Not paid.' });
        const id = nextId('re');
        refunds.push({ id, of, amount: Number(amount), reference });
        return { id, object: 'refund', status: 'succeeded' };
      },
    }),
    route<Stripe.RefundListParams, Stripe.ApiList<Stripe.Refund>>('GET', /^\/v1\/refunds$/, {
      required: ['payment_intent'],
      fields: { payment_intent: idOf('pi'), limit: whole, starting_after: idOf('re') },
      answer: (_, form) =>
        pageOf(
          '/v1/refunds',
          refunds.filter(({ of }) => of === form['payment_intent']),
          form,
        ),
    }),
    route<Stripe.ApplicationFeeCreateRefundParams, Stripe.FeeRefund>(
      'POST',
      /^\/v1\/application_fees\/(fee_\w+)\/refunds$/,
      {
        required: ['amount'],
        fields: { amount: whole, metadata: { reference: textOf(/^.{1,500}$/) } },
        answer: ([of = ''], { amount, 'metadata[reference]': reference }) => {
          const id = nextId('fr');
          feeRefunds.push({ id, of, amount: Number(amount), reference });
          return { id, object: 'fee_refund' };
        },
      },
    ),
    route<Stripe.ApplicationFeeListRefundsParams, Stripe.ApiList<Stripe.FeeRefund>>(
      'GET',
      /^\/v1\/application_fees\/(fee_\w+)\/refunds$/,
      {
        fields: { limit: whole, starting_after: idOf('fr') },
        answer: ([fee = ''], form) =>
          pageOf(
            `/v1/application_fees/${fee}/refunds`,
            feeRefunds.filter(({ of }) => of === fee),
            form,
          ),
      },
    ),
  ];
  return {
    routes,
    /** As the buyer, or the bank, brings it about. */
    setStatus(paymentId: string, status: Stripe.PaymentIntent.Status): void {
      find(paymentId).status = status;
    },
  };
}
