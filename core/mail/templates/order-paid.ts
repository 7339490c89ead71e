import { countPhotos, formatMoney, formatTime } from '../format.js';
import { action, facts, paragraph, picture } from '../letter.js';
import type { Template } from '../template.js';

const WORDS = {
  en: {
    subject: (order: string) => `Your photos are ready (order ${order})`,
    thanks: (photos: string, event: string) =>
      `Thank you! Your payment has arrived, and ${photos} from ${event} can be downloaded now.`,
    thanksFree: (photos: string, event: string) =>
      `Thank you! ${photos} from ${event} can be downloaded now.`,
    photo: (event: string) => `One of your photos of ${event}`,
    download: 'Download my photos',
    until: (time: string) =>
      `The downloads work until ${time}. After that, the same page sends you a new link.`,
    forGood: 'The downloads of this link do not end.',
    keep: 'This link opens your order without a password: keep it to yourself.',
    order: 'Order',
    event: 'Event',
    subtotal: 'Photos',
    discount: 'Discount',
    fee: 'Service fee',
    total: 'Total paid, VAT included',
    waiver: (time: string, version: string) =>
      `When ordering, on ${time}, you agreed to this (text ${version}):`,
  },
  fr: {
    subject: (order: string) => `Vos photos sont prêtes (commande ${order})`,
    thanks: (photos: string, event: string) =>
      `Merci\u00A0! Votre paiement est bien arrivé. Vous pouvez télécharger ${photos} de «\u00A0${event}\u00A0» dès maintenant.`,
    thanksFree: (photos: string, event: string) =>
      `Merci\u00A0! Vous pouvez télécharger ${photos} de «\u00A0${event}\u00A0» dès maintenant.`,
    photo: (event: string) => `Une de vos photos de «\u00A0${event}\u00A0»`,
    download: 'Télécharger mes photos',
    until: (time: string) =>
      `Les téléchargements sont possibles jusqu’au ${time}. Ensuite, la même page vous enverra un nouveau lien.`,
    forGood: 'Les téléchargements de ce lien n’expirent pas.',
    keep: 'Ce lien ouvre votre commande sans mot de passe\u00A0: gardez-le pour vous.',
    order: 'Commande',
    event: 'Événement',
    subtotal: 'Photos',
    discount: 'Remise',
    fee: 'Frais de service',
    total: 'Total payé, TVA comprise',
    waiver: (time: string, version: string) =>
      `En commandant, le ${time}, vous avez accepté ceci (texte ${version})\u00A0:`,
  },
};

export const orderPaid: Template<'order-paid'> = (data, { language, link }) => {
  const words = WORDS[language];
  const money = (amount: typeof data.totalCents) => formatMoney(amount, data.currency, language);
  const thanks = data.totalCents === 0 ? words.thanksFree : words.thanks;
  const until =
    data.downloadUntil === undefined
      ? words.forGood
      : words.until(formatTime(data.downloadUntil, data.timeZone, language));
  return {
    subject: words.subject(data.orderNumber),
    blocks: [
      paragraph(thanks(countPhotos(data.photoCount, language), data.eventName)),
      picture(words.photo(data.eventName)),
      action(words.download, link(data.orderPath)),
      paragraph(`${until}\n${words.keep}`),
      facts(
        [words.order, data.orderNumber],
        [words.event, data.eventName],
        [words.subtotal, money(data.subtotalCents)],
        ...(data.discountCents === 0
          ? []
          : [[words.discount, `−${money(data.discountCents)}`] as const]),
        [words.fee, money(data.serviceFeeCents)],
        [words.total, money(data.totalCents)],
      ),
      // Directive 2011/83/EU, article 8 (7): the confirmation on a durable medium.
      ...(data.waiver === undefined
        ? []
        : [
            paragraph(
              [
                words.waiver(
                  formatTime(data.waiver.acceptedAt, data.timeZone, language),
                  data.waiver.version,
                ),
                ...(data.waiver.text === undefined ? [] : [data.waiver.text]),
              ].join('\n'),
            ),
          ]),
    ],
  };
};
