import type { OptionalMailKind } from '../../../core/index.js';
import type { mail as mailEn } from '../en/mail.js';

const kinds: Readonly<Record<OptionalMailKind, string>> = {
  'photos-available': 'messages sur les nouvelles photos des événements que vous suivez',
  'new-sale': 'messages sur les nouvelles ventes',
  'follow-confirmation': 'messages qui demandent si vous voulez suivre un événement',
};

export const mail: typeof mailEn = {
  kinds,
  unsubscribe: {
    title: 'Arrêter ces messages\u00A0?',
    question: (kind) =>
      `Vous ne recevrez plus les ${kind}. Les messages sur vos propres commandes continueront d’arriver.`,
    stop: 'Les arrêter',
    doneTitle: 'C’est fait',
    done: (kind) => `Vous ne recevrez plus les ${kind}.`,
  },
  outbox: {
    title: 'Boîte d’envoi',
    note: 'Aucun service d’envoi n’est configuré\u00A0: tous les messages de cette boutique arrivent ici. Seule cette machine peut ouvrir cette page.',
    none: 'Aucun message pour l’instant. Achetez une photo et revenez voir.',
    subject: 'Objet',
    to: 'À',
    time: 'Écrit le',
    asText: 'en texte',
  },
};
