import { formatTime } from '../format.js';
import { action, facts, paragraph } from '../letter.js';
import type { Template } from '../template.js';

const WORDS = {
  en: {
    subject: (event: string) => `One press, and a photo of ${event} is hidden`,
    why: (event: string) =>
      `Somebody, you we hope, asked with this address for a photo of ${event} to be hidden.`,
    open: 'Look at it and confirm',
    next: 'The link leads to a page with a button. Once you press it, the photo can be found and bought no more. Until then everything stays as it is.',
    valid: (time: string) => `The link works once, until ${time}.`,
    ignore: 'If it was not you, ignore this mail: nothing happens, and we forget your address.',
    event: 'Event',
    reference: 'Reference',
  },
  fr: {
    subject: (event: string) => `Un clic, et une photo de «\u00A0${event}\u00A0» est masquée`,
    why: (event: string) =>
      `Quelqu’un, vous sans doute, a demandé avec cette adresse qu’une photo de «\u00A0${event}\u00A0» soit masquée.`,
    open: 'La revoir et confirmer',
    next: 'Le lien mène à une page avec un bouton. Dès que vous l’aurez pressé, la photo ne pourra plus être ni trouvée ni achetée. D’ici là, rien ne change.',
    valid: (time: string) => `Le lien ne sert qu’une fois, jusqu’au ${time}.`,
    ignore:
      'Si ce n’était pas vous, ignorez ce message\u00A0: il ne se passera rien, et nous oublierons votre adresse.',
    event: 'Événement',
    reference: 'Référence',
  },
};

export const takeDownConfirmation: Template<'take-down-confirmation'> = (
  data,
  { language, link },
) => {
  const words = WORDS[language];
  return {
    subject: words.subject(data.eventName),
    blocks: [
      paragraph(words.why(data.eventName)),
      action(words.open, link(data.confirmPath)),
      paragraph(words.next),
      paragraph(words.valid(formatTime(data.confirmUntil, data.timeZone, language))),
      paragraph(words.ignore),
      facts([words.event, data.eventName], [words.reference, data.reference]),
    ],
  };
};
