import { formatMoney, formatTime } from '../format.js';
import { action, facts, paragraph } from '../letter.js';
import type { Template } from '../template.js';

const WORDS = {
  en: {
    subject: (order: string) => `Your payment is on its way (order ${order})`,
    waiting:
      'Your order is placed and the debit was ordered. A bank can take some days to confirm it; there is nothing to do until then.',
    voucher:
      'Your order is placed. Pay it with the voucher, or by the transfer, that you were shown. It can take some days until the money is here.',
    until: 'Pay until',
    then: 'As soon as the money is certain, we mail you the link to your photos.',
    see: 'See my order',
    order: 'Order',
    event: 'Event',
    total: 'To be paid',
  },
  fr: {
    subject: (order: string) => `Votre paiement est en cours (commande ${order})`,
    waiting:
      'Votre commande est enregistrée et le prélèvement a été demandé. Une banque peut mettre quelques jours à le confirmer\u00A0; vous n’avez rien à faire d’ici là.',
    voucher:
      'Votre commande est enregistrée. Payez-la avec le bon, ou par le virement, qui vous a été indiqué. L’argent peut mettre quelques jours à arriver.',
    until: 'À payer avant le',
    then: 'Dès que le paiement est certain, nous vous envoyons le lien vers vos photos.',
    see: 'Voir ma commande',
    order: 'Commande',
    event: 'Événement',
    total: 'À payer',
  },
};

export const orderPending: Template<'order-pending'> = (data, { language, link }) => {
  const words = WORDS[language];
  const { voucher } = data;
  const until = voucher?.until;
  return {
    subject: words.subject(data.orderNumber),
    blocks: [
      paragraph(voucher === undefined ? words.waiting : words.voucher),
      paragraph(words.then),
      action(words.see, link(data.orderPath)),
      facts(
        [words.order, data.orderNumber],
        [words.event, data.eventName],
        [words.total, formatMoney(data.totalCents, data.currency, language)],
        ...(voucher === undefined || until === undefined
          ? []
          : [[words.until, formatTime(until, voucher.timeZone, language)] as const]),
      ),
    ],
  };
};
