import { formatTime } from '../format.js';
import { facts, paragraph } from '../letter.js';
import type { Template } from '../template.js';

const WORDS = {
  en: {
    subject: (order: string) => `A buyer withdraws from order ${order}`,
    done: 'A buyer declared a withdrawal, and was told that it was received. Nothing was paid back.',
    look: (command: string) =>
      `Whether the right still exists depends on what the buyer agreed to before paying: ${command}`,
    refund: (command: string) => `To pay the order back: ${command}`,
    answer: 'Write to the buyer whatever you decide.',
    order: 'Order',
    event: 'Event',
    time: 'Declared',
  },
  fr: {
    subject: (order: string) => `Rétractation pour la commande ${order}`,
    done: 'Un client a déclaré se rétracter, et l’accusé de réception lui a été envoyé. Rien n’a été remboursé.',
    look: (command: string) =>
      `Le droit existe encore ou non, selon ce que le client a accepté avant de payer\u00A0: ${command}`,
    refund: (command: string) => `Pour rembourser la commande\u00A0: ${command}`,
    answer: 'Écrivez au client, quelle que soit votre décision.',
    order: 'Commande',
    event: 'Événement',
    time: 'Déclarée le',
  },
};

export const orderWithdrawn: Template<'order-withdrawn'> = (data, { language }) => {
  const words = WORDS[language];
  return {
    subject: words.subject(data.orderNumber),
    blocks: [
      paragraph(words.done),
      facts(
        [words.order, data.orderNumber],
        [words.event, data.eventName],
        [words.time, formatTime(data.receivedAt, data.timeZone, language)],
      ),
      paragraph(words.look(`focusracer orders show ${data.orderNumber}`)),
      paragraph(words.refund(`focusracer orders refund ${data.orderNumber}`)),
      paragraph(words.answer),
    ],
  };
};
