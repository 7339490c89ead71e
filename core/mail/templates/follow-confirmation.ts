import { action, paragraph } from '../letter.js';
import type { Template } from '../template.js';

const WORDS = {
  en: {
    subject: (event: string) => `Shall we tell you about photos of ${event}?`,
    ofBib: (bib: string, event: string) =>
      `Somebody, you we hope, asked us to write to this address when there are photos of bib ${bib} at ${event}.`,
    ofEvent: (event: string) =>
      `Somebody, you we hope, asked us to write to this address when there are photos of ${event}.`,
    confirm: 'Yes, tell me',
    ignore: 'If it was not you, do nothing: we will not write again.',
  },
  fr: {
    subject: (event: string) => `Faut-il vous prévenir des photos de «\u00A0${event}\u00A0»\u00A0?`,
    ofBib: (bib: string, event: string) =>
      `Quelqu’un, vous sans doute, nous a demandé d’écrire à cette adresse dès qu’il y aura des photos du dossard ${bib} à «\u00A0${event}\u00A0».`,
    ofEvent: (event: string) =>
      `Quelqu’un, vous sans doute, nous a demandé d’écrire à cette adresse dès qu’il y aura des photos de «\u00A0${event}\u00A0».`,
    confirm: 'Oui, prévenez-moi',
    ignore: 'Si ce n’était pas vous, ne faites rien\u00A0: nous n’écrirons plus.',
  },
};

export const followConfirmation: Template<'follow-confirmation'> = (data, { language, link }) => {
  const words = WORDS[language];
  return {
    subject: words.subject(data.eventName),
    blocks: [
      paragraph(
        data.bib === undefined
          ? words.ofEvent(data.eventName)
          : words.ofBib(data.bib, data.eventName),
      ),
      action(words.confirm, link(data.confirmPath)),
      paragraph(words.ignore),
    ],
  };
};
