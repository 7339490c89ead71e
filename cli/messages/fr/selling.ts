import type { selling as english } from '../en/selling.js';

export const selling: typeof english = {
  sells: 'La boutique vend : le prestataire de paiement encaisse.',
  paused: (since, reason) =>
    `Rien n’est vendu depuis ${since} : le prestataire de paiement n’encaisse pas pour le compte du vendeur (${reason}).`,
  pausedNext:
    'focusracer selling --resume l’interroge de nouveau ; la boutique le fait aussi d’elle-même.',
  resumed: 'La boutique vend de nouveau.',
  help: {
    summary: 'dire si la boutique vend, ou si le prestataire de paiement n’encaisse pas pour elle',
    resume: 'interroger le prestataire maintenant, et reprendre la vente dès que possible',
    examples: [['selling --resume', 'une fois le compte remis en ordre']],
  },
};
