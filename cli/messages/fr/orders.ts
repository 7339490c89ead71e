import type { orders as en } from '../en/orders.js';

export const orders: typeof en = {
  states: {
    open: 'ouverte',
    processing: 'paiement en attente',
    paid: 'payée',
    failed: 'paiement refusé',
    expired: 'expirée',
    'partly-refunded': 'remboursée en partie',
    refunded: 'remboursée',
    disputed: 'contestée',
  },
  problems: {
    'payment-mismatch': 'un autre montant a été payé : à régler chez le prestataire de paiement',
    'paid-back-twice': 'le client a reçu plus qu’il n’a payé : le reste est une perte',
    'dispute-to-answer':
      'la banque du client attend une réponse : à donner chez le prestataire de paiement',
    'fraud-warning':
      'tenue pour une fraude par le réseau de la carte : un remboursement évite la contestation',
    'in-review': 'le prestataire de paiement demande qu’on l’examine',
    'shares-differ':
      'la part du vendeur ou les frais chez le prestataire ne sont pas ceux des comptes : voir « orders refund »',
  },
  withdrawn: 'rétractation déclarée',
  columns: {
    number: 'Commande',
    event: 'Événement',
    state: 'État',
    photos: 'Photos',
    total: 'Total TTC',
    refunded: 'Remboursé',
    placed: 'Passée le',
    paid: 'Payée le',
    buyer: 'Client',
    remark: 'Remarque',
    subtotal: 'Offres',
    discount: 'Remise',
    serviceFee: 'Frais de service',
    waiver: 'Renonciation acceptée',
    payment: 'Paiement',
    orders: 'Commandes',
    received: 'Reçu',
    returned: 'Remboursé',
    disputed: 'Contesté',
    platform: 'Frais de service',
    seller: 'Part du vendeur',
    vat: 'Dont TVA',
    loss: 'Perte',
    disputeFees: 'Frais de contestation',
    notice: 'Événement du paiement',
    document: 'Pièce',
  },
  documents: { invoice: 'facture', 'credit-note': 'avoir' },
  notices: {
    processing: 'prélèvement demandé',
    succeeded: 'payé',
    failed: 'refusé',
    cancelled: 'annulé',
    refunded: 'remboursé',
    'refund-failed': 'remboursement revenu',
    'refund-pending': 'remboursement en route',
    voucher: 'bon de paiement remis au client',
    dispute: 'contestation',
    'fraud-warning': 'alerte de fraude',
    review: 'examen',
    shares: 'part du vendeur et frais relevés',
  },
  none: 'Aucune commande.',
  nothingSold: 'Rien n’a encore été vendu.',
  wouldRefund: (order, amount, fee) =>
    `Rembourserait ${amount} de la commande ${order}, dont ${fee} sur les frais de service.`,
  refundSent: (order, amount, state) =>
    `Le prestataire de paiement rembourse ${amount} de la commande ${order}. Elle est : ${state}.`,
  refundMadeEarlier: (order, amount, state) =>
    `${amount} de la commande ${order} étaient déjà remboursés ; rien de plus n’est parti. Elle est : ${state}.`,
  sharesMoved: (order) =>
    `Le client de la commande ${order} a tout récupéré. La part du vendeur et les frais sont maintenant conformes aux comptes.`,
  refundFollows: 'La commande change quand le prestataire annonce que l’argent est parti.',
  help: {
    summary: 'lister et montrer les commandes, et rembourser',
    number: 'le numéro de la commande, par exemple FR-2026-000123',
    list: {
      summary: 'lister les commandes, les dernières d’abord',
      state: 'seulement les commandes dans cet état',
      problems: 'seulement les commandes à examiner',
      limit: 'pas plus que ce nombre',
      examples: [
        ['orders list --event 10-km-ete', 'ce qui a été acheté d’un événement'],
        ['orders list --problems', 'ce qu’il faut examiner'],
      ],
    },
    show: {
      summary: 'montrer une commande : ce qui a été acheté, payé et remboursé',
      examples: [['orders show FR-2026-000123', '']],
    },
    refund: {
      summary: 'rembourser ; tout rembourser met aussi fin aux téléchargements',
      amount: 'combien, par exemple 8 ou 8.00 (par défaut : tout ce qui reste)',
      reason: 'pourquoi, pour vos propres dossiers',
      dryRun: 'dire ce qui serait remboursé, sans rien demander à personne',
      examples: [
        ['orders refund FR-2026-000123 --reason "mauvais coureur"', 'tout'],
        ['orders refund FR-2026-000123 --amount 8.00 --dry-run', 'une partie ; voir avant'],
      ],
    },
    payouts: {
      summary: 'montrer ce qui a été vendu, remboursé et gagné, par événement',
      event: 'slug d’un événement (par défaut : tous)',
      examples: [
        ['payouts', 'tous les événements'],
        ['payouts 10-km-ete --json', 'un événement, pour un script'],
      ],
    },
  },
};
