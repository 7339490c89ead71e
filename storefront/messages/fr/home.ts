import type { home as english } from '../en/home.js';

export const home: typeof english = {
  title: 'Retrouvez vos photos de course',
  description:
    'Tapez votre dossard, voyez toutes vos photos et emportez celles que vous aimez en une minute.',
  heroTitle: 'Vous voilà.',
  heroLead: 'Tapez le dossard que vous portiez. Toutes vos photos, en dix secondes.',
  featured: (event) => `À ${event}`,
  bibLabel: 'Votre dossard ou votre nom',
  bibHint: 'Par exemple 1234 ou Dupont',
  find: 'Me trouver',
  otherEvent: 'Une autre course ? Choisissez-la plus bas.',
  searchEvents: 'Trouver un événement',
  searchPlaceholder: 'Nom, ville ou sport',
  search: 'Chercher',
  coming: 'À venir',
  latest: 'Derniers événements',
  allEvents: 'Tous les événements',
  eventsTitle: 'Événements',
  found: (events) => (events < 2 ? `${events} événement` : `${events} événements`),
  foundFor: (text) => `pour « ${text} »`,
  showAll: 'Voir tous les événements',
  nothingFound: 'Aucun événement ne porte ce nom, cette ville ou ce sport.',
  nothingYet:
    'Aucun événement n’est encore public. Les photos apparaissent ici dès qu’un photographe les publie.',
  sports: {
    running: 'course à pied',
    trail: 'trail',
    walking: 'marche',
    cycling: 'cyclisme',
    mountainBiking: 'VTT',
    triathlon: 'triathlon',
    duathlon: 'duathlon',
    swimming: 'natation',
    skiing: 'ski',
    obstacles: 'course à obstacles',
  },
  photos: (photos, isOne) => (isOne ? '1 photo' : `${photos} photos`),
  noPhotosYet: 'Photos à venir',
  previous: 'Événements plus récents',
  next: 'Événements plus anciens',
  promises: [
    [
      'Trouvé par votre dossard',
      'Les photos sont lues dès leur arrivée, souvent pendant que vous reprenez votre souffle.',
    ],
    [
      'Le meilleur prix, calculé',
      'Prenez-en une ou prenez tout : les packs les moins chers sont choisis pour vous.',
    ],
    ['Libre de dire non', 'Vous ne voulez pas être vu ? Un clic masque une photo à l’instant.'],
  ],
};
