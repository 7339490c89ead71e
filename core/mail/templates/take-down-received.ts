import { formatTime } from '../format.js';
import { facts, paragraph } from '../letter.js';
import type { Template } from '../template.js';

const WORDS = {
  en: {
    subject: {
      hidden: (event: string) => `Your photo of ${event} is hidden`,
      held: (event: string) => `Your request about a photo of ${event}`,
    },
    done: {
      hidden:
        'Thank you for telling us. The photo is out of the gallery, and can be found and bought no more.',
      held: 'Thank you for telling us. So many photos were to be hidden within a day that a person looks at yours first. The photo stays where it is until then.',
    },
    erase: (contact: string | undefined) =>
      contact === undefined
        ? 'To have it erased for good, answer this mail and name the reference.'
        : `To have it erased for good, write to ${contact} and name the reference.`,
    event: 'Event',
    reference: 'Reference',
    time: 'Received',
  },
  fr: {
    subject: {
      hidden: (event: string) => `Votre photo de «\u00A0${event}\u00A0» est masquée`,
      held: (event: string) => `Votre demande sur une photo de «\u00A0${event}\u00A0»`,
    },
    done: {
      hidden:
        'Merci de nous l’avoir dit. La photo n’est plus dans la galerie, et ne peut plus être ni trouvée ni achetée.',
      held: 'Merci de nous l’avoir dit. Tant de photos devaient être masquées en une journée qu’une personne regarde d’abord la vôtre. D’ici là, la photo reste où elle est.',
    },
    erase: (contact: string | undefined) =>
      contact === undefined
        ? 'Pour la faire effacer définitivement, répondez à ce message en rappelant la référence.'
        : `Pour la faire effacer définitivement, écrivez à ${contact} en rappelant la référence.`,
    event: 'Événement',
    reference: 'Référence',
    time: 'Reçue le',
  },
};

export const takeDownReceived: Template<'take-down-received'> = (data, { language }) => {
  const words = WORDS[language];
  const { outcome = 'hidden' } = data;
  return {
    subject: words.subject[outcome](data.eventName),
    blocks: [
      paragraph(words.done[outcome]),
      paragraph(words.erase(data.contact)),
      facts(
        [words.event, data.eventName],
        [words.reference, data.reference],
        [words.time, formatTime(data.receivedAt, data.timeZone, language)],
      ),
    ],
  };
};
