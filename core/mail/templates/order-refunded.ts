import { formatMoney } from '../format.js';
import { facts, paragraph } from '../letter.js';
import type { Template } from '../template.js';

const WORDS = {
  en: {
    subject: (amount: string, order: string) => `We refunded ${amount} (order ${order})`,
    refunded: (amount: string, event: string) =>
      `We refunded ${amount} of your order of photos of ${event}. Your bank usually shows it within 5 to 10 working days.`,
    ended: 'The photos of this order can no longer be downloaded.',
    order: 'Order',
    amount: 'Refunded',
  },
  fr: {
    subject: (amount: string, order: string) => `Remboursement de ${amount} (commande ${order})`,
    refunded: (amount: string, event: string) =>
      `Nous avons remboursé ${amount} sur votre commande de photos de «\u00A0${event}\u00A0». Votre banque l’affiche en général sous 5 à 10 jours ouvrés.`,
    ended: 'Les photos de cette commande ne peuvent plus être téléchargées.',
    order: 'Commande',
    amount: 'Remboursé',
  },
};

export const orderRefunded: Template<'order-refunded'> = (data, { language }) => {
  const words = WORDS[language];
  const amount = formatMoney(data.refundedCents, data.currency, language);
  return {
    subject: words.subject(amount, data.orderNumber),
    blocks: [
      paragraph(words.refunded(amount, data.eventName)),
      ...(data.downloadsEnded ? [paragraph(words.ended)] : []),
      facts([words.order, data.orderNumber], [words.amount, amount]),
    ],
  };
};
