import { formatTime } from '../format.js';
import { facts, paragraph } from '../letter.js';
import type { Template } from '../template.js';

const WORDS = {
  en: {
    subject: (event: string) => `Your photo of ${event} was taken down`,
    done: 'We received your request. The photo is out of the gallery and can no longer be bought.',
    next: 'To have it erased for good, answer this mail and quote the reference.',
    event: 'Event',
    reference: 'Reference',
    time: 'Received',
  },
  fr: {
    subject: (event: string) => `Votre photo de «\u00A0${event}\u00A0» a été retirée`,
    done: 'Nous avons reçu votre demande. La photo n’est plus dans la galerie et ne peut plus être achetée.',
    next: 'Pour la faire effacer définitivement, répondez à ce message en rappelant la référence.',
    event: 'Événement',
    reference: 'Référence',
    time: 'Reçue le',
  },
};

export const takeDownReceived: Template<'take-down-received'> = (data, { language }) => {
  const words = WORDS[language];
  return {
    subject: words.subject(data.eventName),
    blocks: [
      paragraph(words.done),
      paragraph(words.next),
      facts(
        [words.event, data.eventName],
        [words.reference, data.reference],
        [words.time, formatTime(data.receivedAt, data.timeZone, language)],
      ),
    ],
  };
};
