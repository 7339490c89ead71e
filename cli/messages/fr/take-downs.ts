import { counted } from '../count.js';
import type { takeDowns as en } from '../en/take-downs.js';

export const takeDowns: typeof en = {
  columns: {
    reference: 'Référence',
    state: 'État',
    time: 'Demandée le',
    event: 'Événement',
    photo: 'Photo',
    buyers: 'Acheteurs',
    reason: 'Message',
    email: 'Demandé par',
    network: 'Depuis',
    decided: 'Décidée le',
  },
  states: {
    unconfirmed: 'non confirmée',
    standing: 'masquée',
    sold: 'masquée, vendue : à décider',
    held: 'trop à la fois : à décider',
    accepted: 'acceptée',
    undone: 'remontrée',
  },
  none: 'Aucune photo n’est retirée.',
  shown: (photos) => `Le public voit de nouveau ${counted(photos, 'photo', 'photos')}.`,
  wouldShow: (photos) => `Le public verrait de nouveau ${counted(photos, 'photo', 'photos')}.`,
  stillHidden: (photos) =>
    `${counted(photos, 'photo reste masquée', 'photos restent masquées')}, car d'autres l'ont demandé aussi : focusracer takedowns list`,
  nothingToUndo: 'Rien à annuler : c’est déjà fait, ou aucune demande ne correspond.',
  accepted: (photos, orders, refund) =>
    `${counted(photos, 'photo est masquée', 'photos sont masquées')} pour tout le monde. Acheteurs prévenus et remboursés : ${counted(orders, 'commande', 'commandes')}, ${refund}`,
  wouldAccept: (photos, orders, refund) =>
    `${counted(photos, 'photo serait masquée', 'photos seraient masquées')} pour tout le monde. Acheteurs à prévenir et à rembourser : ${counted(orders, 'commande', 'commandes')}, ${refund}`,
  nothingToAccept: 'Rien à accepter : c’est déjà décidé, ou aucune demande ne correspond.',
  refundsWait: (refunds) =>
    `${counted(refunds, 'remboursement attend', 'remboursements attendent')} : la boutique (focusracer serve) réessaie d'elle-même. focusracer orders show en dit plus sur une commande.`,
  twoChoices:
    'Une référence désigne déjà une demande : laissez de côté --event, --since et --address',
  badTime: (text) =>
    `« ${text} » n'est pas un moment. Écrivez 2h, 30m, 3d, ou un jour : 2026-05-17.`,
  help: {
    summary: 'lister les photos retirées par des visiteurs, et en décider',
    reference: 'la référence d’une demande, comme dans son message et dans la liste',
    dryRun: 'dire ce qui changerait, sans rien changer',
    choice: {
      since: 'seulement depuis : 2h, 30m, 3d, ou un jour comme 2026-05-17',
      address: 'seulement celles de cette adresse e-mail, ou du réseau que montre la liste',
    },
    list: {
      summary: 'lister les photos retirées par des visiteurs, les dernières d’abord',
      waiting: 'seulement ce qui attend une décision : photos vendues, ou trop à la fois',
      all: 'aussi celles qui ont été remontrées, et celles qui n’ont pas été confirmées',
      examples: [
        ['takedowns list --event 10-km-ete', 'avec la référence de chacune'],
        ['takedowns list --waiting', 'ce qu’il faut décider'],
      ],
    },
    accept: {
      summary: 'laisser valoir des retraits pour les acheteurs aussi, prévenus et remboursés',
      examples: [
        ['takedowns accept 7F3A09C2', ''],
        ['takedowns accept --event 10-km-ete --since 3d --dry-run', 'ce que cela coûterait'],
      ],
    },
    undo: {
      summary: 'montrer des photos à nouveau ; laisser masquées celles où figure qui l’a demandé',
      examples: [
        ['takedowns undo 7F3A09C2', ''],
        ['takedowns undo --event 10-km-ete --since 2h --address farce@example.org', 'une farce'],
      ],
    },
  },
};
