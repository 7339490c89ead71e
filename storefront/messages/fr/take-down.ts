import type { takeDown as english } from '../en/take-down.js';

export const takeDown: typeof english = {
  title: 'Masquer cette photo',
  leads: {
    confirmed:
      'Vous y figurez et ne voulez pas qu’elle soit publique ? C’est votre droit, et vous n’avez pas à dire pourquoi. Laissez votre adresse e-mail : nous vous envoyons un lien, et un clic sur la page qu’il ouvre masque la photo.',
    'at-once':
      'Vous y figurez et ne voulez pas qu’elle soit publique ? C’est votre droit, et vous n’avez pas à dire pourquoi. Elle est masquée dès votre envoi, et un message vous le confirme.',
    proven:
      'Vous y figurez et ne voulez pas qu’elle soit publique ? C’est votre droit, et vous n’avez pas à dire pourquoi. Vous avez montré que cette adresse est la vôtre : elle est masquée dès votre envoi.',
  },
  email: 'Votre e-mail',
  emailHint:
    'Pour cela seulement : personne ne la voit, sauf l’exploitant de la boutique et le photographe.',
  reason: 'La raison (facultatif)',
  send: {
    confirmed: 'M’envoyer le lien',
    'at-once': 'La masquer maintenant',
    proven: 'La masquer maintenant',
  },
  noEmail: (contact) =>
    `Pas d’e-mail ? Écrivez ou téléphonez, en indiquant cette photo : ${contact}`,
  noEmailNoContact:
    'Pas d’e-mail ? Adressez-vous au photographe ou à l’organisateur de la course, en indiquant cette photo.',
  photo: (id) => `Numéro de la photo : ${id}`,
  tooOften:
    'Dix messages sont partis vers cette adresse aujourd’hui. Suivez le lien de l’un d’eux : ensuite, les photos que vous masquez sur le même appareil ne demandent plus de message.',
  badEmail: 'Ce n’est pas une adresse e-mail. Elle ressemble à nom@example.org.',
  asked: {
    title: 'Regardez vos messages',
    lead: 'Nous vous avons envoyé un lien. Rien n’a encore changé : la photo reste dans la galerie jusqu’à ce que vous pressiez le bouton de la page qu’il ouvre.',
    hint: 'Rien n’est arrivé ? Regardez dans les indésirables. Le lien est valable trois jours.',
  },
  confirm: {
    title: 'Masquer cette photo ?',
    lead: (event) =>
      `Dès que vous pressez le bouton, cette photo de « ${event} » ne peut plus être ni trouvée ni achetée.`,
    button: 'Oui, la masquer',
    alt: 'La photo à masquer',
  },
  done: {
    hidden: {
      title: 'La photo est masquée',
      lead: 'Merci de nous l’avoir dit. Elle ne peut plus être ni trouvée ni achetée. Les copies que gardent les navigateurs disparaissent en dix minutes.',
    },
    held: {
      title: 'Une personne la regarde',
      lead: 'Merci de nous l’avoir dit. Tant de photos devaient être masquées en une journée qu’une personne regarde d’abord la vôtre. D’ici là, la photo reste où elle est ; nous avons prévenu le photographe.',
    },
    undone: {
      title: 'La photo est de nouveau visible',
      lead: 'Elle a été masquée à votre demande, puis le photographe l’a montrée à nouveau. Si vous y figurez, adressez-vous à nous : vous pouvez vous y opposer.',
    },
  },
  reference: (reference) => `Si vous écrivez à ce sujet, indiquez ${reference}.`,
  over: {
    title: 'Ce lien est terminé',
    lead: 'Un lien ne sert qu’une fois, pendant trois jours. Il n’a rien changé. Vous pouvez en demander un autre sur la page de la photo.',
  },
  back: 'Retour aux photos',
  backHome: 'Retour à l’accueil',
};
