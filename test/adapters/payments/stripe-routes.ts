import type Stripe from 'stripe';
import {
  feeOf,
  intentOf,
  refundedOf,
  stripeBooks,
  type KeptPayment,
  type RefundWish,
} from './stripe-books.js';
import {
  formFields,
  idOf,
  textOf,
  truth,
  whole,
  type Field,
  type FieldsOf,
} from './stripe-fields.js';
import { OWN_ACCOUNT, stripeAccounts } from './stripe-accounts.js';
import { disputeObject, intentObject, refundObject } from './stripe-objects.js';
import { refusal } from './stripe-refusal.js';

export type Form = Readonly<Record<string, string>>;

/** What a restricted key may be for (docs.stripe.com/keys/restricted-api-keys). */
export type Right =
  | 'accounts'
  | 'payment_intents'
  | 'refunds'
  | 'disputes'
  | 'transfers'
  | 'application_fees'
  | 'webhook_endpoints'
  | 'payment_method_domains';

export interface Route {
  readonly method: 'POST' | 'GET';
  readonly path: RegExp;
  readonly right: Right;
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
    right,
    fields,
    required = [],
    answer,
  }: {
    readonly right: Right;
    readonly fields: FieldsOf<Parameters>;
    readonly required?: readonly string[];
    answer(ids: readonly string[], form: Form): Part<Answer>;
  },
): Route {
  // An answer is of an object type of the SDK's.
  const answered = (ids: readonly string[], form: Form) => answer(ids, form) as object;
  return { method, path, right, required, fields: formFields(fields), answer: answered };
}

/** Two on a page, whatever is asked for: whoever looks for one has to turn it. */
function pageOf<Item extends { readonly id: string }>(
  url: string,
  kept: readonly Item[],
  form: Form,
) {
  const from = kept.findIndex(({ id }) => id === form['starting_after']) + 1;
  const data = kept.slice(from, from + 2);
  return { object: 'list' as const, url, data, has_more: from + 2 < kept.length };
}

const ofPayment = { payment_intent: idOf('pi'), limit: whole };

/** What Stripe knows, and what it can be asked, of payments and what becomes of them (docs.stripe.com/api). */
export function stripeRoutes() {
  const books = stripeBooks();
  const accounts = stripeAccounts();
  /** Of the next refunds. */
  let refundStatus: RefundWish['status'] = 'succeeded';
  const endpoints: {
    readonly id: string;
    url: string;
    status: string;
    enabled_events: string[];
  }[] = [];
  const domains: {
    readonly id: string;
    domain_name: string;
    enabled: boolean;
    apple_pay: { status: string };
  }[] = [];
  let created = 0;

  const routes: readonly Route[] = [
    ...paymentRoutes(books, accounts),
    ...accountRoutes(accounts),
    ...returnRoutes(books, () => refundStatus),
    route<Stripe.WebhookEndpointListParams, Stripe.ApiList<Stripe.WebhookEndpoint>>(
      'GET',
      /^\/v1\/webhook_endpoints$/,
      {
        right: 'webhook_endpoints',
        fields: { limit: whole, starting_after: idOf('we') },
        answer: (_, form) => pageOf('/v1/webhook_endpoints', endpoints, form),
      },
    ),
    route<Stripe.PaymentMethodDomainListParams, Stripe.ApiList<Stripe.PaymentMethodDomain>>(
      'GET',
      /^\/v1\/payment_method_domains$/,
      {
        right: 'payment_method_domains',
        fields: { limit: whole, starting_after: idOf('pmd'), domain_name: textOf(/^[\w.-]+$/) },
        answer: (_, form) => {
          const named = domains.filter(
            ({ domain_name: name }) => name === (form['domain_name'] ?? name),
          );
          return pageOf('/v1/payment_method_domains', named, form);
        },
      },
    ),
  ];
  return {
    routes,
    books,
    changeAccount: accounts.change,
    /** As the buyer, or the bank, brings it about. */
    setStatus(paymentId: string, status: Stripe.PaymentIntent.Status): void {
      books.find(paymentId).status = status;
    },
    setRefundStatus(status: RefundWish['status']): void {
      refundStatus = status;
    },
    addEndpoint(url: string, events: readonly string[], status = 'enabled'): void {
      endpoints.push({ id: `we_${(created += 1)}`, url, status, enabled_events: [...events] });
    },
    addDomain(name: string, applePay: 'active' | 'inactive', enabled = true): void {
      domains.push({
        id: `pmd_${(created += 1)}`,
        domain_name: name,
        enabled,
        apple_pay: { status: applePay },
      });
    },
  };
}

type Books = ReturnType<typeof stripeBooks>;

const EXPANDED = /^latest_charge\.(transfer|application_fee)$/;

type Accounts = ReturnType<typeof stripeAccounts>;

function accountRoutes(accounts: Accounts): Route[] {
  return [
    route<Stripe.AccountRetrieveParams, Stripe.Account>('GET', /^\/v1\/accounts\/(acct_\w+)$/, {
      right: 'accounts',
      fields: {},
      answer: ([id = '']) => accounts.object(id),
    }),
    route<Stripe.AccountRetrieveCurrentParams, Stripe.Account>('GET', /^\/v1\/account$/, {
      right: 'accounts',
      fields: {},
      answer: () => accounts.object(OWN_ACCOUNT),
    }),
  ];
}

function paymentRoutes(books: Books, accounts: Accounts): Route[] {
  return [
    route<Stripe.PaymentIntentCreateParams, Stripe.PaymentIntent>(
      'POST',
      /^\/v1\/payment_intents$/,
      {
        right: 'payment_intents',
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
          const { amount, currency = '', application_fee_amount: fee } = form;
          accounts.check(form['transfer_data[destination]']);
          // docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
          if (Number(amount) < 50)
            throw refusal('Amount must be at least €0.50 eur', 'amount_too_small');
          const payment = books.start({
            amount: Number(amount),
            currency,
            destination: form['transfer_data[destination]'],
            ...(fee === undefined ? {} : { fee: Number(fee) }),
          });
          return intentObject(payment) as Part<Stripe.PaymentIntent>;
        },
      },
    ),
    route<Stripe.PaymentIntentRetrieveParams, Stripe.PaymentIntent>(
      'GET',
      /^\/v1\/payment_intents\/(pi_\w+)$/,
      {
        right: 'payment_intents',
        fields: { expand: [textOf(EXPANDED), textOf(EXPANDED)] },
        answer: ([id = ''], form) =>
          intentObject(books.find(id), 'expand[0]' in form) as Part<Stripe.PaymentIntent>,
      },
    ),
    route<Stripe.PaymentIntentCancelParams, Stripe.PaymentIntent>(
      'POST',
      /^\/v1\/payment_intents\/(pi_\w+)\/cancel$/,
      {
        right: 'payment_intents',
        fields: {},
        answer: ([id = '']) => {
          const payment = books.find(id);
          if (!['requires_payment_method', 'requires_action'].includes(payment.status))
            throw refusal(
              `You cannot cancel this PaymentIntent because it has a status of ${payment.status}.`,
              'payment_intent_unexpected_state',
            );
          payment.status = 'canceled';
          return intentObject(payment) as Part<Stripe.PaymentIntent>;
        },
      },
    ),
  ];
}

function returnRoutes(books: Books, statusOf: () => RefundWish['status']): Route[] {
  return [
    route<Stripe.RefundCreateParams, Stripe.Refund>('POST', /^\/v1\/refunds$/, {
      right: 'refunds',
      required: ['payment_intent', 'amount'],
      fields: {
        payment_intent: idOf('pi'),
        amount: whole,
        metadata: { reference: textOf(/^.{1,500}$/) },
        reverse_transfer: truth,
        refund_application_fee: truth,
      },
      answer: (_, form) => {
        const payment = books.find(form['payment_intent'] ?? '');
        const refund = books.refund(payment.id, {
          amount: Number(form['amount']),
          reverseTransfer: form['reverse_transfer'] === 'true',
          returnFee: form['refund_application_fee'] === 'true',
          reference: form['metadata[reference]'],
          status: statusOf() ?? 'succeeded',
        });
        return refundObject(payment, refund);
      },
    }),
    route<Stripe.RefundListParams, Stripe.ApiList<Stripe.Refund>>('GET', /^\/v1\/refunds$/, {
      right: 'refunds',
      required: ['payment_intent'],
      fields: { ...ofPayment, starting_after: idOf('re') },
      answer: (_, form) => {
        const payment = books.find(form['payment_intent'] ?? '');
        const refunds = payment.refunds.map((refund) => refundObject(payment, refund));
        return pageOf('/v1/refunds', refunds, form);
      },
    }),
    route<Stripe.DisputeListParams, Stripe.ApiList<Stripe.Dispute>>('GET', /^\/v1\/disputes$/, {
      right: 'disputes',
      required: ['payment_intent'],
      fields: { ...ofPayment, starting_after: idOf('dp') },
      answer: (_, form) => {
        const payment = books.find(form['payment_intent'] ?? '');
        const disputes = payment.disputes.map((dispute) => disputeObject(payment, dispute));
        return pageOf('/v1/disputes', disputes, form) as Part<Stripe.ApiList<Stripe.Dispute>>;
      },
    }),
    route<Stripe.TransferCreateReversalParams, Stripe.TransferReversal>(
      'POST',
      /^\/v1\/transfers\/(tr_\w+)\/reversals$/,
      {
        right: 'transfers',
        required: ['amount'],
        fields: { amount: whole },
        answer: ([transfer = ''], { amount }) => ({
          id: books.reverse(intentOf(transfer), Number(amount)),
          object: 'transfer_reversal',
          amount: Number(amount),
        }),
      },
    ),
    route<Stripe.ApplicationFeeCreateRefundParams, Stripe.FeeRefund>(
      'POST',
      /^\/v1\/application_fees\/(fee_\w+)\/refunds$/,
      {
        right: 'application_fees',
        required: ['amount'],
        fields: { amount: whole },
        answer: ([fee = ''], { amount }) => ({
          id: books.returnFee(intentOf(fee), Number(amount)),
          object: 'fee_refund',
          amount: Number(amount),
        }),
      },
    ),
  ];
}

/** For a test that looks at what is left there. */
export function leftAtStripe(payment: KeptPayment) {
  const { amount, reversed, fee, feeReturned } = payment;
  return {
    fee: feeOf(payment),
    payment: amount - refundedOf(payment),
    transfer: amount - reversed,
    applicationFee: fee - feeReturned,
  };
}
