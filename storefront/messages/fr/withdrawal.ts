import type { withdrawal as english } from '../en/withdrawal.js';

export const withdrawal: typeof english = {
  title: 'Se rétracter d’un achat',
  intro:
    'Vous pouvez déclarer ici, sans compte, que vous vous rétractez d’un achat. Il vous faut le numéro de commande et l’adresse e-mail de la commande.',
  waiverNote:
    'Les photos sont livrées immédiatement. Si vous l’avez accepté et que la livraison a commencé, le droit de rétractation est éteint ; nous recevons tout de même votre déclaration et nous l’examinons.',
  orderNumber: 'Numéro de commande',
  orderNumberNote:
    'Il est dans l’e-mail et sur la page de la commande, par exemple FR-2026-000123.',
  email: 'Adresse e-mail de la commande',
  next: 'Continuer',
  refusals: {
    unknown:
      'Aucune commande ne porte ce numéro et cette adresse e-mail. Merci de vérifier les deux.',
    'not-paid':
      'Cette commande n’a jamais été payée : rien n’a été acheté, il n’y a donc pas de quoi se rétracter.',
    refunded: 'Cette commande est déjà remboursée : toute la somme vous a été rendue.',
  },
  confirmTitle: 'Confirmez votre rétractation',
  declaration: (number, event) =>
    `Je me rétracte du contrat portant sur les photos de « ${event} », commande ${number}.`,
  confirm: 'Confirmer la rétractation',
  change: 'Modifier',
  receivedTitle: 'Votre rétractation a été reçue',
  received: (number, time) =>
    `Nous avons reçu votre déclaration pour la commande ${number} le ${time}.`,
  receivedMail: 'Un accusé de réception est en route vers l’adresse e-mail de la commande.',
};
