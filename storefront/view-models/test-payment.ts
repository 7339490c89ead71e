import type { TestOutcome, TestPayment } from '../../core/index.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import { formatMoney } from './money.js';

/** In the order of the page. */
export const TEST_CHOICES = [
  'paid',
  'declined',
  '3d-secure',
  'debit-settles',
  'debit-fails',
] as const satisfies readonly TestOutcome[];

export interface TestPaymentOptions {
  readonly payment: TestPayment;
  /** Where the buyer goes back to. */
  readonly back: string;
  /** True right after a card was declined. */
  readonly wasDeclined: boolean;
  readonly words: Words;
  readonly language: Language;
}

/** The page of a payment, which knows the way back by its address alone. */
export function testPageOf(paymentId: string, back: string): string {
  return `/pay/test/${encodeURIComponent(paymentId)}?back=${encodeURIComponent(back)}`;
}

export function testPaymentModel(options: TestPaymentOptions) {
  const { payment, back, wasDeclined, words, language } = options;
  const { id, status, amount, currency, orderNumber } = payment;
  const total = formatMoney(amount, currency, language);
  const { test } = words.payment;
  return {
    action: testPageOf(id, back),
    orderNumber,
    amount: words.payment.amount(total),
    declined: wasDeclined ? test.declined : undefined,
    choices:
      status === 'waiting'
        ? TEST_CHOICES.map((outcome) => ({ outcome, ...test.choices[outcome] }))
        : [],
    confirm: status === 'needs-action' ? test.confirmText(total, orderNumber) : undefined,
    isOver: status !== 'waiting' && status !== 'needs-action',
    orderUrl: back,
  };
}
