import type { MailLanguage, NewMail } from '../../core/domain/mail.js';
import { WAIVER_TEXTS } from '../../core/domain/waiver-texts.js';
import { cents } from '../../core/domain/money.js';

const ORDER = {
  orderNumber: 'FR-2026-000123',
  eventName: 'Foulées d’Été & Co',
  currency: 'EUR',
} as const;
const ORDER_PATH = '/orders/Zk3v9sample-token';
const PARIS = { timeZone: 'Europe/Paris' };

/** One mail of every kind. */
export function sampleMails(language: MailLanguage): NewMail[] {
  const to = 'lea@example.org';
  return [
    {
      kind: 'order-paid',
      data: {
        ...ORDER,
        ...PARIS,
        orderPath: ORDER_PATH,
        downloadUntil: '2026-05-20T16:04:00Z',
        photoCount: 3,
        subtotalCents: cents(2400),
        discountCents: cents(240),
        serviceFeeCents: cents(100),
        totalCents: cents(2260),
        waiver: { ...WAIVER_TEXTS[language], acceptedAt: '2026-05-17T16:03:00Z' },
      },
    },
    {
      kind: 'order-pending',
      data: { ...ORDER, orderPath: ORDER_PATH, totalCents: cents(2260) },
    },
    {
      kind: 'operator-alarm',
      data: {
        alarm: 'order-problem',
        values: { orderNumber: ORDER.orderNumber, problem: 'paid-back-twice' },
      },
    },
    {
      kind: 'payment-failed',
      data: { ...ORDER, retryPath: '/events/foulees/cart', totalCents: cents(2260) },
    },
    {
      kind: 'order-refunded',
      data: { ...ORDER, refundedCents: cents(2260), downloadsEnded: true },
    },
    {
      kind: 'download-renewed',
      data: {
        ...ORDER,
        ...PARIS,
        orderPath: ORDER_PATH,
        downloadUntil: '2026-05-23T07:30:00Z',
      },
    },
    {
      kind: 'withdrawal-received',
      data: {
        ...ORDER,
        ...PARIS,
        declaration: 'I withdraw from my order FR-2026-000123.\nLéa Martin',
        receivedAt: '2026-05-18T09:15:00Z',
      },
    },
    {
      kind: 'order-withdrawn',
      data: { ...ORDER, ...PARIS, receivedAt: '2026-05-18T09:15:00Z' },
    },
    {
      kind: 'new-sale',
      data: { ...ORDER, photoCount: 1, earnedCents: cents(2160) },
    },
    {
      kind: 'photos-available',
      data: {
        eventName: ORDER.eventName,
        bib: '1204',
        photosPath: '/events/foulees?q=1204',
        photoCount: 12,
      },
    },
    {
      kind: 'follow-confirmation',
      data: { eventName: ORDER.eventName, confirmPath: '/follow/Zk3v9sample-token' },
    },
    {
      kind: 'sign-in',
      data: { signInPath: '/sign-in/Zk3v9sample-token' },
    },
    {
      kind: 'take-down-confirmation',
      data: {
        eventName: ORDER.eventName,
        reference: '7F3A09C2',
        confirmPath: '/take-down/Zk3v9sample-token',
        confirmUntil: '2026-05-21T09:15:00Z',
        ...PARIS,
      },
    },
    {
      kind: 'take-down-received',
      data: {
        eventName: ORDER.eventName,
        reference: '7F3A09C2',
        receivedAt: '2026-05-18T09:15:00Z',
        outcome: 'hidden',
        contact: 'photos@example.org',
        ...PARIS,
      },
    },
    {
      kind: 'purchase-taken-down',
      data: {
        ...ORDER,
        photoCount: 1,
        refundCents: cents(500),
        isLast: false,
        purchasesPath: '/sign-in',
      },
    },
    {
      kind: 'photo-taken-down',
      data: {
        eventName: ORDER.eventName,
        reference: '7F3A09C2',
        reason: 'I do not want to be seen here.\nLéa',
        outcome: 'sold',
        receivedAt: '2026-05-18T09:15:00Z',
        ...PARIS,
      },
    },
    // The compiler does not see that each kind stays with its data.
  ].map((mail) => ({ ...mail, key: `${mail.kind}:sample`, to, language }) as NewMail);
}
