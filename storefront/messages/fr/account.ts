import type { account as english } from '../en/account.js';

export const account: typeof english = {
  link: 'Mes achats',
  signIn: {
    title: 'Mes achats',
    lead: 'Nous envoyons un lien à l’adresse de vos achats. Il n’y a pas de mot de passe.',
    email: 'E-mail',
    send: 'M’envoyer le lien',
    badEmail: 'Ce n’est pas une adresse e-mail. Elle ressemble à nom@exemple.org.',
    sentTitle: 'Regardez dans votre boîte',
    sentLead:
      'Le lien sert une fois, dans les 30 minutes. Rien reçu\u00A0? Regardez dans les indésirables, ou redemandez-le\u00A0: cinq messages par jour au plus.',
    confirmTitle: 'Ouvrir vos achats ici\u00A0?',
    confirmLead: 'Cet appareil reste connecté jusqu’à ce que vous vous déconnectiez.',
    confirm: 'Oui, les ouvrir',
    overTitle: 'Ce lien ne sert plus',
    overLead: 'Un lien sert une fois, dans les 30 minutes. Demandez-en un autre.',
    again: 'En demander un autre',
    backHome: 'Retour à l’accueil',
  },
  title: 'Mes achats',
  of: (email) => `Achetés avec ${email}`,
  none: 'Rien n’a encore été acheté avec cette adresse.',
  find: 'Trouver des photos',
  photos: (count) => (count === 1 ? '1 photo' : `${count} photos`),
  open: 'Ouvrir',
  openLabel: (number) => `Ouvrir la commande ${number}`,
  tooOften: 'Cette commande a été ouverte plusieurs fois en une heure. Réessayez un peu plus tard.',
  signOut: 'Se déconnecter',
  signedInAs: (email) => `Connecté avec ${email}.`,
};
