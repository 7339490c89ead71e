import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import { formatMoney } from './money.js';

export interface PaymentFormOptions {
  readonly token: string;
  readonly returnUrl: string;
  readonly publishableKey: string;
  readonly payment: {
    readonly clientSecret: string;
    readonly total: number;
    readonly currency: string;
    /** Of the buyer: Stripe's form has it filled in. */
    readonly email: string;
  };
  readonly words: Words;
  readonly language: Language;
}

export function paymentFormModel(options: PaymentFormOptions) {
  const { token, returnUrl, publishableKey, payment, words, language } = options;
  const total = formatMoney(payment.total, payment.currency, language);
  return {
    url: `/orders/${token}/pay`,
    orderUrl: `/orders/${token}`,
    email: payment.email,
    returnUrl,
    publishableKey,
    clientSecret: payment.clientSecret,
    amount: words.payment.amount(total),
    submit: words.payment.pay(total),
  };
}
