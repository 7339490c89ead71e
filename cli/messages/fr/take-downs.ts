import type { takeDowns as en } from '../en/take-downs.js';

export const takeDowns: typeof en = {
  columns: {
    reference: 'Référence',
    time: 'Retirée le',
    event: 'Événement',
    photo: 'Photo',
    reason: 'Message',
    email: 'Demandé par',
    shown: 'Remontrée le',
  },
  none: 'Aucune photo n’est retirée.',
  shown: (photo, event) => `Le public voit de nouveau ${photo} de ${event}.`,
  wasShown: (photo, event) => `${photo} de ${event} était déjà visible.`,
  help: {
    summary: 'lister les photos retirées par des visiteurs, et en montrer une à nouveau',
    list: {
      summary: 'lister les photos masquées à la demande d’un visiteur, les dernières d’abord',
      all: 'aussi celles qui ont été remontrées',
      examples: [['takedowns list --event 10-km-ete', 'avec la référence de chacune']],
    },
    undo: {
      summary: 'montrer une photo à nouveau ; la laisser masquée si la personne y figure',
      reference: 'la référence de la demande, comme dans son message et dans la liste',
      examples: [['takedowns undo 7F3A09C2', '']],
    },
  },
};
