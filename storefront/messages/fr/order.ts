import type { order as english } from '../en/order.js';

export const order: typeof english = {
  kept: 'Cette commande est déjà payée, ou en train de l’être : aucune autre n’a été passée. Ce qui reste dans votre panier n’a pas été commandé.',
  title: (number) => `Commande ${number}`,
  heading: 'Commande',
  placedAt: (time) => `Passée le ${time}`,
  voucher: {
    title: 'Votre paiement est attendu',
    text: 'Payez avec le bon, ou par le virement, qui vous a été indiqué. L’argent peut mettre quelques jours à arriver ; nous vous écrivons dès qu’il est là, et les photos seront alors téléchargeables.',
    until: (time) => `À payer avant le ${time}.`,
    show: 'L’afficher à nouveau',
  },
  states: {
    open: {
      title: 'Pas encore payée',
      text: 'Vos photos attendent ici le paiement.',
    },
    processing: {
      title: 'Paiement en cours',
      text: 'Le montant a été demandé à votre banque. Un prélèvement prend jusqu’à 14 jours ; nous vous écrivons dès qu’il est arrivé, et les photos seront alors téléchargeables.',
    },
    paid: {
      title: 'Elles sont à vous',
      text: 'Merci. Téléchargez-les une par une, ou toutes ensemble.',
    },
    failed: {
      title: 'Le paiement n’a pas abouti',
      text: 'Rien n’a été débité. Réessayez, ou choisissez un autre moyen de paiement.',
    },
    expired: {
      title: 'Cette commande est caduque',
      text: 'Elle n’a pas été payée à temps et rien n’a été débité. Vos photos peuvent être commandées à nouveau.',
    },
    'partly-refunded': {
      title: 'Remboursée en partie',
      text: 'Une partie de la somme vous a été rendue. Les photos restent téléchargeables.',
    },
    refunded: {
      title: 'Remboursée',
      text: 'La somme vous a été rendue. Les photos ne sont donc plus téléchargeables.',
    },
    disputed: {
      title: 'Paiement contesté',
      text: 'Votre banque réclame la somme. Tant que ce n’est pas réglé, les photos ne sont pas téléchargeables.',
    },
  },
  mismatch:
    'Le paiement reçu ne correspond pas à cette commande. Nous devons le vérifier ; écrivez-nous en indiquant le numéro de commande.',
  pay: 'Payer maintenant',
  orderAnew: 'Retour aux photos',
  refresh: 'Actualiser',
  refreshing: 'Cette page s’actualise toute seule toutes les quelques secondes.',
  downloadAll: (size) => `Tout télécharger (ZIP, ${size})`,
  downloadsTitle: 'Toutes les photos à la fois',
  downloads: { hd: 'Original', web: 'Taille web' },
  downloadPhoto: (name, size) => `Télécharger ${name}, ${size}`,
  downloaded: (times) => (times === 1 ? 'Téléchargée une fois' : `Téléchargée ${times} fois`),
  save: 'Enregistrer sur mon téléphone',
  savePhoto: (name) => `Enregistrer ${name} sur mon téléphone`,
  saving: 'Chargement…',
  saveAgain: 'Prête : touchez encore pour l’enregistrer',
  saveFailed: 'Cela n’a pas fonctionné. Réessayez.',
  forGood: 'Les téléchargements de ce lien n’expirent pas.',
  until: (time) => `Ce lien permet de télécharger jusqu’au ${time}.`,
  ended: 'Les téléchargements de ce lien sont terminés.',
  renew: 'M’envoyer un nouveau lien',
  renewNote:
    'Il arrive à l’adresse de la commande et reste valable aussi longtemps que le premier.',
  renewed: 'Un nouveau lien est en route vers l’adresse de la commande.',
  renewTooOften:
    'Plusieurs liens ont été envoyés dans l’heure. Regardez dans votre boîte, et dans les indésirables.',
  takenDown: 'Retirée à la demande d’une personne qui y figure. Elle ne vous avait rien coûté.',
  takenDownPaid: (amount) =>
    `Retirée à la demande d’une personne qui y figure. Ce qu’elle avait coûté vous a été rendu : ${amount}.`,
  takenDownDue: (amount) =>
    `Retirée à la demande d’une personne qui y figure. Ce qu’elle avait coûté est en route vers vous : ${amount}.`,
  hidden:
    'Une personne qui y figure a demandé qu’elle soit masquée. Si elle vous était retirée après le paiement, ce qu’elle a coûté vous serait rendu.',
  gone: 'Supprimée par le vendeur. Écrivez-lui pour un remboursement.',
  photoAlt: (name) => `Photo ${name}`,
  photosTitle: 'Photos',
  receiptTitle: 'Reçu',
  documents: { invoice: 'Facture', 'credit-note': 'Avoir' },
  documentLink: (kind, number) => `${kind} ${number} (PDF)`,
  refundedAmount: 'Remboursé',
  withdraw: 'Se rétracter de cet achat',
  keepLink:
    'Cette page n’est qu’à vous : quiconque en connaît l’adresse peut télécharger les photos.',
  refusals: {
    unknown: {
      title: 'Ce lien n’ouvre rien',
      text: 'Il est peut-être coupé ou altéré. Reprenez celui de votre e-mail, en entier.',
    },
    'not-paid': {
      title: 'Pas encore payée',
      text: 'Les photos seront téléchargeables dès que le paiement sera certain.',
    },
    revoked: {
      title: 'Plus téléchargeable',
      text: 'La somme de cette commande a été rendue, ou elle est réclamée.',
    },
    expired: {
      title: 'Ce lien est terminé',
      text: 'Un lien permet de télécharger pendant un temps limité. Ouvrez la commande et demandez-en un nouveau.',
    },
    'not-in-order': {
      title: 'Pas dans cette commande',
      text: 'Cette photo, ou cette taille, n’a pas été achetée avec cette commande.',
    },
    'taken-down': {
      title: 'Cette photo a été retirée',
      text: 'Une personne qui y figure l’a demandé. Ce qu’elle a coûté vous est rendu : la page de votre commande dit combien.',
    },
    gone: {
      title: 'Cette photo n’existe plus',
      text: 'Le vendeur l’a supprimée. Écrivez-lui pour un remboursement.',
    },
  },
  toOrder: 'Ouvrir la commande',
};
