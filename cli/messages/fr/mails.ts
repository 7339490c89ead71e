import { counted } from '../count.js';
import type { mails as en } from '../en/mails.js';

export const mails: typeof en = {
  states: {
    queued: 'en attente',
    sent: 'envoyé',
    skipped: 'plus souhaité',
    failed: 'échoué',
  },
  columns: {
    id: 'E-mail',
    queued: 'Depuis',
    kind: 'Type',
    to: 'À',
    state: 'État',
    attempts: 'Essais',
    next: 'Prochain essai',
    reason: 'Raison',
  },
  none: 'Aucun e-mail.',
  noneFailed: 'Aucun e-mail n’a échoué.',
  retried: (mailCount) =>
    `${counted(mailCount, 'e-mail attend', 'e-mails attendent')} à nouveau. Le processus de « focusracer serve » envoie ce qui attend.`,
  help: {
    summary: 'montrer les e-mails de la boutique, et réessayer ceux qui ont échoué',
    list: {
      summary: 'lister les e-mails, les derniers d’abord ; les adresses sont masquées',
      state: 'seulement les e-mails dans cet état',
      addresses: 'montrer les adresses entières',
      limit: 'au plus ce nombre',
      examples: [
        ['mails list --state failed', 'ce qui n’est pas arrivé, et pourquoi'],
        ['mails list --limit 20', 'les derniers'],
      ],
    },
    retry: {
      summary: 'renvoyer les e-mails qui ont échoué',
      mail: 'l’identifiant d’un e-mail échoué, ou son début (par défaut : tous)',
      dryRun: 'lister les e-mails, et ne rien changer',
      examples: [
        ['mails retry --dry-run', 'regarder d’abord'],
        ['mails retry', 'quand le service d’e-mail marche à nouveau'],
      ],
    },
  },
};
