import { formatMoney } from '../format.js';
import { action, facts, paragraph } from '../letter.js';
import type { Template } from '../template.js';

const WORDS = {
  en: {
    subject: (order: string) => `Your payment is on its way (order ${order})`,
    waiting:
      'Your order is placed and the debit was ordered. A bank can take some days to confirm it.',
    then: 'As soon as the money is certain, we mail you the link to your photos. There is nothing to do until then.',
    see: 'See my order',
    order: 'Order',
    event: 'Event',
    total: 'To be paid',
  },
  fr: {
    subject: (order: string) => `Votre paiement est en cours (commande ${order})`,
    waiting:
      'Votre commande est enregistrée et le prélèvement a été demandé. Une banque peut mettre quelques jours à le confirmer.',
    then: 'Dès que le paiement est certain, nous vous envoyons le lien vers vos photos. Vous n’avez rien à faire d’ici là.',
    see: 'Voir ma commande',
    order: 'Commande',
    event: 'Événement',
    total: 'À payer',
  },
};

export const orderPending: Template<'order-pending'> = (data, { language, link }) => {
  const words = WORDS[language];
  return {
    subject: words.subject(data.orderNumber),
    blocks: [
      paragraph(words.waiting),
      paragraph(words.then),
      action(words.see, link(data.orderPath)),
      facts(
        [words.order, data.orderNumber],
        [words.event, data.eventName],
        [words.total, formatMoney(data.totalCents, data.currency, language)],
      ),
    ],
  };
};
