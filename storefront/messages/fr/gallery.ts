import type { gallery as english } from '../en/gallery.js';

export const gallery: typeof english = {
  description: (event, photos) =>
    `${photos} photos : ${event}. Trouvez les vôtres par dossard, nom ou heure.`,
  descriptionEmpty: (event) => `Les photos de ${event}, dès qu’elles seront là.`,
  facts: (photos, bibs) =>
    `${photos} ${photos === '1' ? 'photo' : 'photos'} · ${bibs} ${['0', '1'].includes(bibs) ? 'dossard trouvé' : 'dossards trouvés'}`,
  lastArrival: 'Dernière photo ajoutée :',
  by: (seller) => `Photos : ${seller}`,
  findTitle: 'Trouver mes photos',
  findLabel: 'Dossard ou nom',
  findHint: 'Le dossard que vous portiez, ou votre nom tel qu’il est sur la liste de départ.',
  findHintBibOnly: 'Le dossard que vous portiez.',
  find: 'Me trouver',
  moreFilters: 'Par heure, lieu ou photographe',
  from: 'De',
  until: 'À',
  day: 'Jour',
  anyDay: 'Tous les jours',
  spot: 'Où sur le parcours',
  anySpot: 'Partout',
  spotWithCount: (spot, photos) => `${spot} (${photos})`,
  photographer: 'Photographe',
  anyPhotographer: 'Tous les photographes',
  unnamedPhotographer: (position) => `Photographe ${position}`,
  withCamera: (name, camera) => `${name} (${camera})`,
  timeZone: (zone) => `Heure locale de l’événement (${zone}).`,
  apply: 'Voir les photos',
  clear: 'Toutes les photos',
  byBib: (bib) => `Photos du dossard ${bib}`,
  byName: (text) => `Photos de « ${text} »`,
  all: 'Toutes les photos',
  someone: (name, race) => (race === '' ? name : `${name}, ${race}`),
  runners: 'Sur la liste de départ',
  runnerPhotos: (photos) =>
    photos === 0 ? 'pas encore de photo' : photos === 1 ? '1 photo' : `${photos} photos`,
  buyAll: (photos, price) =>
    `${photos === 1 ? 'Cette photo' : `Les ${photos} photos`}${price === undefined ? '' : `, ${price}`}`,
  buyAllBesides: (photos, price) =>
    `${photos === 1 ? 'Cette photo' : `Les ${photos} photos`}, ${price} de plus`,
  buyAllFree: (photos) =>
    photos === 1 ? 'Cette photo, gratuite' : `Les ${photos} photos, gratuites`,
  changeSearch: 'Autre recherche',
  photoCount: (photos) => (photos === 1 ? '1 photo' : `${photos} photos`),
  typed: (text) => `« ${text} »`,
  span: (from, until) =>
    until === undefined
      ? `dès ${from}`
      : from === undefined
        ? `jusqu’à ${until}`
        : `${from}–${until}`,
  filtered: 'Photos trouvées',
  alt: 'Photo de course',
  altBib: (bib) => `Photo du dossard ${bib}`,
  altTime: (alt, time) => `${alt}, ${time}`,
  favourite: 'Ajouter aux favoris',
  inCart: 'Dans votre panier',
  unfavourite: 'Retirer des favoris',
  more: 'Voir plus de photos',
  loading: 'Chargement d’autres photos…',
  end: 'C’était la dernière photo.',
  loaded: (photos) => `${photos} photos de plus`,
  nearMisses: 'Des dossards qui lui ressemblent',
  nearMiss: (bib, photos) => (photos === 1 ? `${bib} (1 photo)` : `${bib} (${photos} photos)`),
  emptyTitles: {
    'no-photos-yet': 'Pas encore de photos',
    'still-arriving': 'Pas encore : les photos arrivent',
    'bib-not-listed': 'Ce dossard n’est pas sur la liste de départ',
    'bib-without-photos': 'Pas encore de photo avec ce dossard',
    'no-start-list': 'On ne peut pas chercher par nom dans cet événement',
    'name-not-listed': 'Personne de ce nom sur la liste de départ',
    'name-without-photos': 'Pas encore de photo de cette personne',
    'filtered-out': 'Aucune photo ne répond à cette recherche',
    'unknown-filter': 'Cette recherche n’existe pas ici',
    'not-searchable': 'Ce n’est ni un dossard ni un nom',
  },
  emptyReasons: {
    'no-photos-yet':
      'Le photographe n’a encore envoyé aucune photo de cet événement. Laissez votre adresse : nous vous écrirons dès qu’elles seront là.',
    'still-arriving':
      'Les photos de cet événement sont en cours de lecture. Revenez dans quelques minutes, ou laissez votre adresse.',
    'bib-not-listed': 'Vérifiez le numéro : un chiffre est peut-être inversé ou oublié.',
    'bib-without-photos':
      'Le dossard est peut-être caché par un bras, plié ou vu de côté. Cherchez par heure : vous savez quand vous êtes arrivé.',
    'no-start-list': 'Il n’y a pas de liste de départ ici. Cherchez par dossard ou par heure.',
    'name-not-listed': 'Essayez le seul début du nom de famille, ou cherchez par dossard.',
    'name-without-photos':
      'Le dossard est peut-être caché par un bras ou plié. Cherchez par heure d’arrivée.',
    'filtered-out': 'Élargissez l’horaire, ou montrez tous les lieux et photographes.',
    'unknown-filter': 'Aucune photo n’est montrée : ce ne seraient pas celles que vous cherchez.',
    'not-searchable':
      'Tapez le numéro que vous portiez, par exemple 1204, ou le début de votre nom, par exemple Dupont.',
  },
  unknown: {
    day: (day) => `Aucune photo du jour « ${day} ».`,
    from: (time) => `« ${time} » n’est pas une heure, comme 09:30.`,
    until: (time) => `« ${time} » n’est pas une heure, comme 09:30.`,
    photographer: () => 'Ce photographe n’existe pas ici.',
    spot: (spot) => `Aucun lieu « ${spot} » sur le parcours.`,
    after: () => 'Cette page de photos n’existe pas.',
  },
  withoutUnknown: 'Chercher sans ce filtre',
  follow: 'Me prévenir quand mes photos sont là',
  selfie: {
    title: 'Me trouver par selfie',
    lead: 'Une photo de votre visage, comparée aux seules photos de cet événement.',
    notice: 'À lire d’abord',
    legalBasis: 'Base légale :',
    until: 'Possible jusqu’au',
    kept: 'Votre photo est comparée en mémoire et jamais conservée. On garde la trace d’un accord, pas de qui l’a donné.',
    picture: 'Une photo de vous',
    pictureHint: 'JPEG, PNG ou WebP, 12 Mo au plus, avec votre visage seul.',
    consent: 'J’accepte que mon visage soit comparé aux photos de cet événement.',
    search: 'Chercher mon visage',
    found: (photos) =>
      photos === 1 ? '1 photo vous ressemble' : `${photos} photos vous ressemblent`,
    nothing: 'Aucune photo ne vous ressemble',
    nothingAdvice:
      'Lunettes de soleil et casquettes compliquent les choses. Essayez une autre photo, ou cherchez par dossard ou par heure.',
    forget: 'Oublier cette recherche et retirer mon accord',
    off: 'La recherche par visage n’est pas ouverte pour cet événement.',
    refusals: {
      'no-consent': 'Cochez d’abord la case : sans votre accord, rien n’est comparé.',
      'no-picture': 'Choisissez d’abord une photo.',
      'too-many-bytes': 'La photo dépasse 12 Mo.',
      'not-a-picture': 'Ce n’est pas une photo JPEG, PNG ou WebP.',
      'too-many-pixels': 'La photo a plus de 50 millions de pixels. Réduisez-la.',
      'no-face': 'Aucun visage n’a été trouvé. Regardez l’objectif, en pleine lumière.',
      'several-faces': 'Il y a plusieurs visages. Prenez une photo de vous seul.',
      'face-unclear': 'Le visage est trop petit, flou ou tourné pour être comparé.',
    },
  },
  favourites: {
    title: 'Mes favoris',
    lead: 'Gardés sur cet appareil pendant 30 jours.',
    empty: 'Pas encore de favoris',
    emptyAdvice: 'Touchez le cœur d’une photo pour la retrouver ici.',
    toEvents: 'Choisir un événement',
    addAll: 'Ajouter ces photos à mon panier',
  },
};
