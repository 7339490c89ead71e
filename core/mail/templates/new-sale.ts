import { countPhotos, formatMoney } from '../format.js';
import { facts, paragraph } from '../letter.js';
import type { Template } from '../template.js';

const WORDS = {
  en: {
    subject: (amount: string, event: string) => `Sale: ${amount} at ${event}`,
    sold: (photos: string) => `A buyer has paid for ${photos}.`,
    order: 'Order',
    event: 'Event',
    earned: 'Your share',
  },
  fr: {
    subject: (amount: string, event: string) =>
      `Vente\u00A0: ${amount} pour «\u00A0${event}\u00A0»`,
    sold: (photos: string) => `Un achat de ${photos} vient d’être payé.`,
    order: 'Commande',
    event: 'Événement',
    earned: 'Votre part',
  },
};

export const newSale: Template<'new-sale'> = (data, { language }) => {
  const words = WORDS[language];
  const earned = formatMoney(data.earnedCents, data.currency, language);
  return {
    subject: words.subject(earned, data.eventName),
    blocks: [
      paragraph(words.sold(countPhotos(data.photoCount, language))),
      facts([words.order, data.orderNumber], [words.event, data.eventName], [words.earned, earned]),
    ],
  };
};
