import { formatMoney } from '../format.js';
import { action, facts, paragraph } from '../letter.js';
import type { Template } from '../template.js';

const WORDS = {
  en: {
    subject: (order: string) => `Your payment did not go through (order ${order})`,
    failed: (event: string) =>
      `Your bank did not confirm the payment for your photos of ${event}. Nothing was charged, and the photos are still there.`,
    retry: 'Try again',
    order: 'Order',
    total: 'Amount',
  },
  fr: {
    subject: (order: string) => `Votre paiement n’a pas abouti (commande ${order})`,
    failed: (event: string) =>
      `Votre banque n’a pas confirmé le paiement de vos photos de «\u00A0${event}\u00A0». Rien n’a été débité, et les photos vous attendent toujours.`,
    retry: 'Réessayer',
    order: 'Commande',
    total: 'Montant',
  },
};

export const paymentFailed: Template<'payment-failed'> = (data, { language, link }) => {
  const words = WORDS[language];
  return {
    subject: words.subject(data.orderNumber),
    blocks: [
      paragraph(words.failed(data.eventName)),
      action(words.retry, link(data.retryPath)),
      facts(
        [words.order, data.orderNumber],
        [words.total, formatMoney(data.totalCents, data.currency, language)],
      ),
    ],
  };
};
