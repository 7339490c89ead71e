import { WAIVER_TEXTS } from '../../../core/index.js';
import type { checkout as english } from '../en/checkout.js';

export const checkout: typeof english = {
  title: 'Commande',
  noAccount: 'Aucun compte nécessaire.',
  email: 'E-mail',
  emailNote: 'Vos photos et le reçu arrivent à cette adresse. Rien d’autre.',
  language: 'Langue du reçu',
  invoice: {
    summary: 'Un nom ou une société sur la facture ?',
    note: 'Tout est facultatif. La facture est prête dès que le paiement est certain.',
    name: 'Nom',
    company: 'Société ou club',
    address: 'Adresse postale',
  },
  waiver: WAIVER_TEXTS.fr,
  waiverMissing: 'Merci de cocher cette case : les photos sont livrées immédiatement.',
  emailInvalid: 'Ce n’est pas une adresse e-mail. Elle ressemble à nom@exemple.fr.',
  terms: 'En commandant, vous acceptez les',
  termsLink: 'conditions de vente',
  pay: (total) => `Commander et payer ${total}`,
  orderFree: 'Commander gratuitement',
  orderLine: 'Commande avec obligation de paiement',
  priceChanged: (total) =>
    `Le prix a changé : il est maintenant de ${total}. Rien n’a été commandé ; vérifiez et confirmez.`,
  tooManyUnpaid:
    'Plusieurs de vos commandes avec des offres limitées attendent leur paiement. Payez l’une d’elles, ou réessayez dans une demi-heure. Rien n’a été commandé.',
  codeLeftOut: 'Votre code de réduction ne s’applique pas ici : voici le prix sans lui.',
  notOnSale: {
    title: 'Plus en vente',
    text: 'Les photos de cet événement ne sont plus vendues. Rien n’a été commandé. Ce qui a déjà été acheté reste téléchargeable.',
  },
  noPayment: {
    paused: {
      title: 'Pas en vente pour le moment',
      text: 'Le paiement de ces photos est impossible pour l’instant. Rien n’a été débité, rien n’a été commandé. Votre panier est conservé, et le responsable de la boutique est prévenu : revenez un peu plus tard.',
      link: 'Retour au panier',
    },
    amount: {
      title: 'Ce montant ne peut pas être payé',
      text: 'Le service de paiement n’accepte pas le montant de cette commande. Rien n’a été débité, rien n’a été commandé. Essayez avec d’autres photos ou une autre taille.',
      link: 'Retour au panier',
    },
  },
  backToCart: 'Retour au panier',
  problemsTitle: 'Encore une chose',
};
