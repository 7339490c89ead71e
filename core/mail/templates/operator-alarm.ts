import type { MailLanguage, OperatorAlarm } from '../../domain/mail.js';
import type { Alarm } from '../alarm.js';
import { facts, paragraph } from '../letter.js';
import type { Template } from '../template.js';
import { takeDownsAlarm } from './take-downs-alarm.js';

/** What happened, and what to do about it: one text for each kind of alarm. */
export const operatorAlarm: Template<'operator-alarm'> = (data, { language }) => {
  const { subject, what, todo, rows } = alarmOf(data, language);
  return { subject, blocks: [paragraph(what), facts(...rows), paragraph(todo)] };
};

function alarmOf(data: OperatorAlarm, language: MailLanguage): Alarm {
  switch (data.alarm) {
    case 'order-problem':
      return orderProblem(data.values, language);
    case 'payout-failed':
      return payoutFailed(data.values, language);
    case 'take-downs':
      return takeDownsAlarm(data.values, language);
    case 'selling-paused':
      return sellingPaused(data.values, language);
    case 'payment-refused':
      return paymentRefused(data.values, language);
  }
}

type Values<Kind extends OperatorAlarm['alarm']> = Extract<
  OperatorAlarm,
  { alarm: Kind }
>['values'];

const PROBLEMS = {
  en: {
    'payment-mismatch':
      'Another amount or currency was paid than the order costs. Nothing is delivered for it.',
    'paid-back-twice':
      'The buyer has more money back than was paid: by a refund, and by their bank. What exceeds the payment is a loss in the books; no document takes it back.',
    'dispute-to-answer':
      'The buyer’s bank asks for the money and waits for your answer. Without one it decides for the buyer.',
    'fraud-warning':
      'The card’s network holds this payment for a fraud. A dispute is likely to follow, which costs a fee; a refund now avoids it.',
    'in-review': 'The payment provider wants somebody to look at this payment.',
    'shares-differ':
      'What the payment provider took back from the seller’s account, or gave back of the service fee, is not what the books say.',
  },
  fr: {
    'payment-mismatch':
      'Un autre montant, ou une autre devise, a été payé que le prix de la commande. Rien n’est livré pour cela.',
    'paid-back-twice':
      'Le client a reçu plus qu’il n’avait payé\u00A0: par un remboursement, et par sa banque. Ce qui dépasse le paiement est une perte dans les comptes\u00A0; aucune pièce ne le reprend.',
    'dispute-to-answer':
      'La banque du client réclame la somme et attend votre réponse. Sans réponse, elle donne raison au client.',
    'fraud-warning':
      'Le réseau de la carte tient ce paiement pour frauduleux. Une contestation suivra sans doute, et elle coûte des frais\u00A0; un remboursement immédiat l’évite.',
    'in-review': 'Le prestataire de paiement demande que quelqu’un examine ce paiement.',
    'shares-differ':
      'Ce que le prestataire de paiement a repris sur le compte du vendeur, ou rendu des frais de service, n’est pas ce que disent les comptes.',
  },
} as const;

const WORDS = {
  en: {
    orderSubject: (order: string) => `Order ${order} needs a look`,
    orderTodo: (command: string) => `Everything about it: ${command}`,
    order: 'Order',
    payoutSubject: 'A payout to your bank failed',
    payout:
      'The payment provider could not pay out what you earned. The money stays with it until this is mended.',
    payoutTodo: 'See to the bank account in the dashboard of the payment provider.',
    payoutName: 'Payout',
    amount: 'Amount',
    reason: 'Reason',
    pausedSubject: 'Your shop sells nothing at the moment',
    paused:
      'The payment provider takes no money for the account that sells. Nothing is sold until it does again; buyers read in the cart that they are to come back, and nothing was charged.',
    pausedTodo: (command: string) =>
      `See to the account in the dashboard of the payment provider. The shop asks again by itself, and sells as soon as it may; this asks at once: ${command}`,
    account: 'Account',
    ownAccount: 'the shop’s own',
    refusedSubject: (order: string) => `Order ${order} could not be paid`,
    refused:
      'The payment provider does not take the amount of this order. Nothing was charged, and the order is over; others are not affected.',
    refusedTodo: (command: string) => `What it holds: ${command}`,
  },
  fr: {
    orderSubject: (order: string) => `La commande ${order} demande votre attention`,
    orderTodo: (command: string) => `Tout sur cette commande\u00A0: ${command}`,
    order: 'Commande',
    payoutSubject: 'Un virement vers votre banque a échoué',
    payout:
      'Le prestataire de paiement n’a pas pu vous verser vos recettes. L’argent reste chez lui jusqu’à ce que ce soit réglé.',
    payoutTodo: 'Vérifiez le compte bancaire dans le tableau de bord du prestataire.',
    payoutName: 'Virement',
    amount: 'Montant',
    reason: 'Raison',
    pausedSubject: 'Votre boutique ne vend rien pour le moment',
    paused:
      'Le prestataire de paiement n’encaisse rien pour le compte du vendeur. Rien n’est vendu tant que cela dure\u00A0; les clients lisent dans leur panier qu’ils peuvent revenir, et rien n’a été débité.',
    pausedTodo: (command: string) =>
      `Vérifiez le compte dans le tableau de bord du prestataire. La boutique redemande d’elle-même et reprend la vente dès que possible\u00A0; pour redemander tout de suite\u00A0: ${command}`,
    account: 'Compte',
    ownAccount: 'celui de la boutique',
    refusedSubject: (order: string) => `La commande ${order} n’a pas pu être payée`,
    refused:
      'Le prestataire de paiement n’accepte pas le montant de cette commande. Rien n’a été débité, et la commande est close\u00A0; les autres ne sont pas concernées.',
    refusedTodo: (command: string) => `Ce qu’elle contient\u00A0: ${command}`,
  },
} as const;

function orderProblem(
  { orderNumber, problem }: Values<'order-problem'>,
  language: MailLanguage,
): Alarm {
  const words = WORDS[language];
  return {
    subject: words.orderSubject(orderNumber),
    what: PROBLEMS[language][problem],
    todo: words.orderTodo(`focusracer orders show ${orderNumber}`),
    rows: [[words.order, orderNumber]],
  };
}

function payoutFailed(
  { payoutId, amountCents, currency, reason }: Values<'payout-failed'>,
  language: MailLanguage,
): Alarm {
  const words = WORDS[language];
  return {
    subject: words.payoutSubject,
    what: words.payout,
    todo: words.payoutTodo,
    rows: [
      [words.payoutName, payoutId],
      [words.amount, `${currency} ${(amountCents / 100).toFixed(2)}`],
      [words.reason, reason],
    ],
  };
}

function sellingPaused(
  { account, reason }: Values<'selling-paused'>,
  language: MailLanguage,
): Alarm {
  const words = WORDS[language];
  return {
    subject: words.pausedSubject,
    what: words.paused,
    todo: words.pausedTodo('focusracer selling --resume'),
    rows: [
      [words.account, account ?? words.ownAccount],
      [words.reason, reason],
    ],
  };
}

function paymentRefused(
  { orderNumber, reason }: Values<'payment-refused'>,
  language: MailLanguage,
): Alarm {
  const words = WORDS[language];
  return {
    subject: words.refusedSubject(orderNumber),
    what: words.refused,
    todo: words.refusedTodo(`focusracer orders show ${orderNumber}`),
    rows: [
      [words.order, orderNumber],
      [words.reason, reason],
    ],
  };
}
