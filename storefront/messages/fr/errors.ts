import { formatWait } from '../duration.js';

import type { errors as english } from '../en/errors.js';

export const errors: typeof english = {
  pages: {
    'bad-request': {
      title: 'Ça n’a pas marché',
      advice:
        'Quelque chose ne va pas dans la demande. Revenez en arrière, vérifiez votre saisie et réessayez.',
    },
    forbidden: {
      title: 'Pas avec ce lien',
      advice:
        'Cette page ne vous est pas ouverte. Si un lien vous a amené ici, il a peut-être expiré.',
    },
    'stale-form': {
      title: 'Cette page était ouverte depuis trop longtemps',
      advice:
        'Par sécurité, le formulaire n’a pas été accepté. Revenez en arrière, rechargez la page et réessayez.',
    },
    'not-found': {
      title: 'Personne à cette adresse',
      advice:
        'La page a été déplacée, retirée, ou n’a jamais existé. Vos photos sont peut-être à une recherche d’ici.',
    },
    conflict: {
      title: 'Quelqu’un a été plus rapide',
      advice: 'Les choses ont changé entre-temps. Rechargez la page et réessayez.',
    },
    'too-large': {
      title: 'Trop d’un coup',
      advice: 'Votre envoi dépasse la taille acceptée. Envoyez quelque chose de plus petit.',
    },
    'too-many': {
      title: 'Reprenez votre souffle',
      advice: 'Cela fait beaucoup de demandes en peu de temps.',
    },
    unavailable: {
      title: 'De retour dans un instant',
      advice:
        'Une partie de la boutique ne répond pas. Rien n’est perdu : réessayez dans une minute.',
    },
    bug: {
      title: 'Nous avons trébuché',
      advice:
        'Un problème est survenu de notre côté. Réessayez ; s’il se répète, envoyez-nous ce numéro.',
    },
  },
  tryAgainIn: (seconds: number) => `Réessayez dans ${formatWait(seconds, 'fr')}.`,
  tooMany: {
    photos:
      'Beaucoup de photos ont été ouvertes depuis votre réseau en peu de temps. Cherchez par dossard ou par nom : vos photos s’ouvrent aussitôt.',
    countdown: (time: string) => `Réessayez dans ${time}.`,
    comesByItself: 'La page viendra d’elle-même.',
    keptForm: 'Rien n’est perdu : ce que vous avez rempli sera renvoyé à ce moment-là.',
    lostForm: 'Rien n’a été envoyé : revenez en arrière et renvoyez-le à ce moment-là.',
    sendAgain: 'Renvoyer',
    search: 'Chercher mes photos',
    home: 'Vers l’accueil',
  },
  reference: (id: string) => `Référence : ${id}`,
  toEvents: 'Trouver votre course',
};
