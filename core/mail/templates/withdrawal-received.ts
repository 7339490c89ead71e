import { formatTime } from '../format.js';
import { facts, paragraph } from '../letter.js';
import type { Template } from '../template.js';

const WORDS = {
  en: {
    subject: (order: string) => `We received your withdrawal (order ${order})`,
    received: 'This confirms that we received the following declaration from you. Keep this mail.',
    next: 'We look at it and write to you about what follows.',
    order: 'Order',
    event: 'Event',
    time: 'Received',
  },
  fr: {
    subject: (order: string) => `Nous avons reçu votre rétractation (commande ${order})`,
    received:
      'Nous confirmons avoir reçu de votre part la déclaration suivante. Conservez ce message.',
    next: 'Nous l’examinons et vous écrirons pour la suite.',
    order: 'Commande',
    event: 'Événement',
    time: 'Reçue le',
  },
};

/** Directive 2011/83/EU, article 11a (4): the content of the declaration, and its date and time. */
export const withdrawalReceived: Template<'withdrawal-received'> = (data, { language }) => {
  const words = WORDS[language];
  return {
    subject: words.subject(data.orderNumber),
    blocks: [
      paragraph(words.received),
      paragraph(data.declaration),
      facts(
        [words.order, data.orderNumber],
        [words.event, data.eventName],
        [words.time, formatTime(data.receivedAt, data.timeZone, language)],
      ),
      paragraph(words.next),
    ],
  };
};
