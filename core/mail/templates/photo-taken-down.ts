import { formatTime } from '../format.js';
import { facts, paragraph } from '../letter.js';
import type { Template } from '../template.js';

const WORDS = {
  en: {
    subject: {
      standing: (event: string) => `A photo of ${event} was taken down`,
      sold: (event: string) =>
        `A photo of ${event} that was sold is to be taken down: your decision`,
      held: (event: string) => `Many photos of ${event} are to be taken down: your decision`,
    },
    done: {
      standing:
        'A visitor asked for a photo to be taken down, and confirmed it by mail or as you allow. It left the gallery at once, and can no longer be bought. Nobody had bought it.',
      sold: 'A visitor asked for a photo to be taken down that somebody has bought. It left the gallery, and can no longer be bought; its buyers keep it until you decide.',
      held: 'A visitor asked for a photo to be taken down. There were so many of these requests within a day that this one waits for you: the photo is still in the gallery.',
    },
    undo: (command: string) =>
      `Most who ask are in the photo: leave it hidden then. To show it again: ${command}`,
    accept: {
      sold: (command: string) =>
        `To take it from its buyers too, who are told and get back what they paid for it: ${command}`,
      held: (command: string) =>
        `To hide it, from buyers too, who are told and get back what they paid for it: ${command}`,
    },
    event: 'Event',
    reference: 'Reference',
    reason: 'What the visitor wrote',
    time: 'Received',
  },
  fr: {
    subject: {
      standing: (event: string) => `Une photo de «\u00A0${event}\u00A0» a été retirée`,
      sold: (event: string) =>
        `Une photo vendue de «\u00A0${event}\u00A0» est à retirer\u00A0: à vous de décider`,
      held: (event: string) =>
        `Beaucoup de photos de «\u00A0${event}\u00A0» sont à retirer\u00A0: à vous de décider`,
    },
    done: {
      standing:
        'Un visiteur a demandé le retrait d’une photo, et l’a confirmé par mail ou comme vous le permettez. Elle a quitté la galerie aussitôt et ne peut plus être achetée. Personne ne l’avait achetée.',
      sold: 'Un visiteur a demandé le retrait d’une photo que quelqu’un a achetée. Elle a quitté la galerie et ne peut plus être achetée\u00A0; ses acheteurs la gardent jusqu’à votre décision.',
      held: 'Un visiteur a demandé le retrait d’une photo. Il y a eu tant de ces demandes en une journée que celle-ci vous attend\u00A0: la photo est encore dans la galerie.',
    },
    undo: (command: string) =>
      `La plupart de ceux qui le demandent sont sur la photo\u00A0: laissez-la alors masquée. Pour la montrer à nouveau\u00A0: ${command}`,
    accept: {
      sold: (command: string) =>
        `Pour la retirer aussi à ses acheteurs, qui sont prévenus et remboursés de ce qu’elle leur a coûté\u00A0: ${command}`,
      held: (command: string) =>
        `Pour la masquer, à ses acheteurs aussi, qui sont prévenus et remboursés de ce qu’elle leur a coûté\u00A0: ${command}`,
    },
    event: 'Événement',
    reference: 'Référence',
    reason: 'Message du visiteur',
    time: 'Reçue le',
  },
};

export const photoTakenDown: Template<'photo-taken-down'> = (data, { language }) => {
  const words = WORDS[language];
  const { outcome = 'standing', reference } = data;
  return {
    subject: words.subject[outcome](data.eventName),
    blocks: [
      paragraph(words.done[outcome]),
      ...(outcome === 'standing'
        ? []
        : [paragraph(words.accept[outcome](`focusracer takedowns accept ${reference}`))]),
      paragraph(words.undo(`focusracer takedowns undo ${reference}`)),
      facts(
        [words.event, data.eventName],
        [words.reference, reference],
        ...(data.reason === undefined ? [] : [[words.reason, data.reason] as const]),
        [words.time, formatTime(data.receivedAt, data.timeZone, language)],
      ),
    ],
  };
};
