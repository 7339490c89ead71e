import { formatTime } from '../format.js';
import { facts, paragraph } from '../letter.js';
import type { Template } from '../template.js';

const WORDS = {
  en: {
    subject: (event: string) => `A photo of ${event} was taken down`,
    done: 'A visitor asked for a photo to be taken down. It left the gallery at once and can no longer be bought or downloaded.',
    undo: (command: string) =>
      `Most who ask are in the photo: leave it hidden then. To show it again: ${command}`,
    event: 'Event',
    reference: 'Reference',
    reason: 'What the visitor wrote',
    time: 'Received',
  },
  fr: {
    subject: (event: string) => `Une photo de «\u00A0${event}\u00A0» a été retirée`,
    done: 'Un visiteur a demandé le retrait d’une photo. Elle a quitté la galerie aussitôt et ne peut plus être achetée ni téléchargée.',
    undo: (command: string) =>
      `La plupart de ceux qui le demandent sont sur la photo\u00A0: laissez-la alors masquée. Pour la montrer à nouveau\u00A0: ${command}`,
    event: 'Événement',
    reference: 'Référence',
    reason: 'Message du visiteur',
    time: 'Reçue le',
  },
};

export const photoTakenDown: Template<'photo-taken-down'> = (data, { language }) => {
  const words = WORDS[language];
  return {
    subject: words.subject(data.eventName),
    blocks: [
      paragraph(words.done),
      paragraph(words.undo(`focusracer takedowns undo ${data.reference}`)),
      facts(
        [words.event, data.eventName],
        [words.reference, data.reference],
        ...(data.reason === undefined ? [] : [[words.reason, data.reason] as const]),
        [words.time, formatTime(data.receivedAt, data.timeZone, language)],
      ),
    ],
  };
};
