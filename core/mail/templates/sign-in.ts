import { action, paragraph } from '../letter.js';
import type { Template } from '../template.js';

const WORDS = {
  en: {
    subject: 'Open your purchases',
    why: 'Somebody, you we hope, wants to see the purchases made with this address.',
    open: 'Open your purchases',
    valid: 'The link is valid for 30 minutes and works once.',
    ignore: 'If it was not you, ignore this mail: without the link nobody sees them.',
  },
  fr: {
    subject: 'Voir vos achats',
    why: 'Quelqu’un, vous sans doute, souhaite voir les achats faits avec cette adresse.',
    open: 'Voir vos achats',
    valid: 'Le lien est valable 30\u00A0minutes et ne sert qu’une fois.',
    ignore:
      'Si ce n’était pas vous, ignorez ce message\u00A0: sans le lien, personne ne peut les voir.',
  },
};

export const signIn: Template<'sign-in'> = (data, { language, link }) => {
  const words = WORDS[language];
  return {
    subject: words.subject,
    blocks: [
      paragraph(words.why),
      action(words.open, link(data.signInPath)),
      paragraph(words.valid),
      paragraph(words.ignore),
    ],
  };
};
