import type { payment as english } from '../en/payment.js';

export const payment: typeof english = {
  title: 'Paiement',
  amount: (total) => `À payer : ${total}`,
  pay: (total) => `Payer ${total}`,
  scriptNeeded: 'Le paiement a besoin de JavaScript. Activez-le pour cette page.',
  loading: 'Le formulaire de paiement se charge…',
  blocked: {
    title: 'Le formulaire de paiement n’a pas pu être chargé',
    text: 'Quelque chose sur cet appareil ou ce réseau l’en empêche, souvent un bloqueur de publicités ou de traceurs, ou une connexion trop faible. Rien n’a été débité.',
    advice:
      'Autorisez js.stripe.com pour cette page, ou essayez un autre navigateur ou un autre réseau. Votre commande vous attend.',
    retry: 'Réessayer',
  },
  continue: 'Poursuivre la confirmation',
  waiting:
    'Votre banque attend encore une confirmation de ce paiement. Rien n’a été débité pour l’instant.',
  cancel: 'Retour à la commande',
  failed:
    'Cela n’a pas marché. Réessayez ou choisissez un autre moyen : une commande n’est jamais payée deux fois.',
  test: {
    title: 'Paiement de test',
    banner: 'Argent fictif : rien n’est payé ici, et aucune carte n’est demandée.',
    choose: 'Comment ce paiement doit-il finir ?',
    choices: {
      paid: { label: 'Carte qui paie', note: '4242 4242 4242 4242' },
      declined: { label: 'Carte refusée', note: '4000 0000 0000 0002' },
      '3d-secure': {
        label: 'Carte qui interroge la banque (3-D Secure)',
        note: '4000 0025 0000 3155',
      },
      'debit-settles': {
        label: 'Prélèvement SEPA qui aboutit plus tard',
        note: 'AT61 1904 3002 3457 3201',
      },
      'debit-fails': {
        label: 'Prélèvement SEPA qui échoue plus tard',
        note: 'AT86 1904 3002 3547 3202',
      },
    },
    confirmTitle: 'Votre banque (fictive) demande',
    confirmText: (total, number) =>
      `Autorisez-vous le paiement de ${total} pour la commande ${number} ?`,
    allow: 'Autoriser',
    refuse: 'Refuser',
    declined: 'La carte a été refusée. Rien n’a été débité.',
    over: 'Ce paiement est terminé.',
    toOrder: 'Vers la commande',
  },
};
