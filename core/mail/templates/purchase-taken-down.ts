import { formatMoney } from '../format.js';
import { action, facts, paragraph } from '../letter.js';
import type { Template } from '../template.js';

const WORDS = {
  en: {
    subject: (photos: number, order: string) =>
      photos === 1
        ? `A photo of your order ${order} was taken down`
        : `${photos} photos of your order ${order} were taken down`,
    what: (photos: number, event: string) =>
      photos === 1
        ? `Somebody who is in one of your photos of ${event} asked for it to be taken down. We have to respect that: it can no longer be downloaded, and we ask you to publish it no more.`
        : `People who are in ${photos} of your photos of ${event} asked for them to be taken down. We have to respect that: they can no longer be downloaded, and we ask you to publish them no more.`,
    money: (amount: string) =>
      `We are sorry. What you paid for this, ${amount}, goes back the way you paid; your bank shows it within 5 to 10 working days.`,
    rest: 'Your other photos stay yours, and can be downloaded as before.',
    open: 'See your purchases',
    order: 'Order',
    amount: 'Given back',
  },
  fr: {
    subject: (photos: number, order: string) =>
      photos === 1
        ? `Une photo de votre commande ${order} a été retirée`
        : `${photos} photos de votre commande ${order} ont été retirées`,
    what: (photos: number, event: string) =>
      photos === 1
        ? `Une personne qui figure sur l’une de vos photos de «\u00A0${event}\u00A0» a demandé son retrait. Nous devons le respecter\u00A0: elle ne peut plus être téléchargée, et nous vous prions de ne plus la publier.`
        : `Des personnes qui figurent sur ${photos} de vos photos de «\u00A0${event}\u00A0» ont demandé leur retrait. Nous devons le respecter\u00A0: elles ne peuvent plus être téléchargées, et nous vous prions de ne plus les publier.`,
    money: (amount: string) =>
      `Nous en sommes désolés. Ce que vous avez payé pour cela, ${amount}, vous est rendu par le même moyen de paiement\u00A0; votre banque l’affiche sous 5 à 10 jours ouvrés.`,
    rest: 'Vos autres photos restent à vous et se téléchargent comme avant.',
    open: 'Voir vos achats',
    order: 'Commande',
    amount: 'Rendu',
  },
};

export const purchaseTakenDown: Template<'purchase-taken-down'> = (data, { language, link }) => {
  const words = WORDS[language];
  const amount = formatMoney(data.refundCents, data.currency, language);
  const isPaid = data.refundCents > 0;
  return {
    subject: words.subject(data.photoCount, data.orderNumber),
    blocks: [
      paragraph(words.what(data.photoCount, data.eventName)),
      ...(isPaid ? [paragraph(words.money(amount))] : []),
      ...(data.isLast ? [] : [paragraph(words.rest)]),
      action(words.open, link(data.purchasesPath)),
      facts([words.order, data.orderNumber], ...(isPaid ? [[words.amount, amount] as const] : [])),
    ],
  };
};
