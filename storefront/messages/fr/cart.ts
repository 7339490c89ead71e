import type { cart as english } from '../en/cart.js';

export const cart: typeof english = {
  title: 'Votre panier',
  sponsored: {
    free: (sponsor) => `Une photo en taille web est offerte, dans le cadre de ${sponsor}.`,
    priced: (sponsor, price) =>
      `Une photo en taille web pour ${price}, dans le cadre de ${sponsor}.`,
    taken: 'Celle-ci. Prenez son original si vous la voulez sans le cadre.',
    alt: 'La photo dans le cadre du sponsor',
  },
  titles: 'Vos paniers',
  several: 'Les photos de chaque événement s’achètent à part.',
  closed: (event) => `Les photos ne sont plus en vente : ${event}`,
  closedText: (photos) =>
    photos < 2
      ? 'L’événement a été archivé, et avec lui la photo de votre panier. Ce que vous avez déjà acheté reste sur la page de votre commande.'
      : `L’événement a été archivé, et avec lui les ${photos} photos de votre panier. Ce que vous avez déjà acheté reste sur la page de votre commande.`,
  left: (photos) =>
    photos < 2 ? 'Une photo a quitté votre panier' : `${photos} photos ont quitté votre panier`,
  leftPhoto: (time) => (time === undefined ? 'Une photo.' : `La photo de ${time}.`),
  leftMore: (photos) => (photos === 1 ? 'Et 1 autre.' : `Et ${photos} autres.`),
  notProven:
    'Tant de photos de tant de coureurs : c’est la combinaison la moins chère que nous ayons trouvée, mais il peut en exister une moins chère.',
  link: (photos) => (photos === 0 ? 'Panier' : `Panier (${photos})`),
  emptyTitle: 'Rien pour l’instant',
  emptyAdvice:
    'Trouvez vos photos par dossard, par nom ou par heure, et ajoutez celles que vous voulez garder.',
  findPhotos: 'Trouver mes photos',
  backToPhotos: 'Ajouter d’autres photos',
  photoCount: (photos) => (photos < 2 ? `${photos} photo` : `${photos} photos`),
  andMore: (photos) =>
    photos === 1
      ? 'Et 1 autre photo, comptée dans le prix.'
      : `Et ${photos} autres photos, comptées dans le prix.`,
  sizes: {
    hd: (pixels) => `Original, ${pixels}`,
    web: (pixels) => `Taille web, ${pixels}`,
  },
  upgraded: (pixels) => `Original, ${pixels} : le pack le comprend`,
  photoOfBibs: (bibs, count) => (count === 1 ? `Dossard ${bibs}` : `Dossards ${bibs}`),
  photoWithoutBib: 'Photo sans dossard',
  inPack: (pack) => `dans « ${pack} »`,
  toggles: { hd: 'Prendre l’original', web: 'Prendre la taille web' },
  remove: 'Retirer',
  removePhoto: (position) => `Retirer la photo ${position}`,
  empty: 'Vider le panier',
  photoAlt: (position) => `Photo ${position} de votre panier`,
  lines: {
    photos: (quantity) => (quantity === 1 ? 'Photo seule' : `Pack de ${quantity} photos`),
    'all-of-mine': (bib) =>
      bib === '' ? 'Toutes les photos d’un dossard' : `Toutes les photos du dossard ${bib}`,
    sponsored: 'Photo avec le cadre du sponsor',
  },
  lineSizes: { hd: 'HD', web: 'web' },
  usedFor: (photos) => (photos === 1 ? 'pour 1 photo' : `pour ${photos} photos`),
  summaryTitle: 'Ce que cela coûte',
  bestPrice: 'La combinaison de packs la moins chère, calculée pour vous.',
  subtotal: 'Photos',
  discount: (code) => `Remise ${code}`,
  serviceFee: 'Frais de service, par commande',
  total: 'Total',
  vatIncluded: (rate, amount) => `Dont ${amount} de TVA (${rate}).`,
  vatNone: 'TVA non applicable.',
  free: 'Gratuit',
  code: 'Code de réduction',
  applyCode: 'Appliquer',
  removeCode: 'Retirer le code',
  codeProblems: {
    unknown: (code) => `Aucun code « ${code} » pour cet événement.`,
    expired: (code) => `Le code « ${code} » n’est plus valable.`,
    'used-by-person': (code) => `Vous avez déjà utilisé le code « ${code} ».`,
    'used-for-bib': (code) => `Le code « ${code} » a déjà servi pour ce coureur.`,
    'used-today': (code) => `Le code « ${code} » est épuisé pour aujourd’hui.`,
    'used-up': (code) => `Le code « ${code} » a déjà servi autant de fois que possible.`,
  },
  withheld: {
    person: (pack) =>
      `${pack} : vous avez déjà utilisé cette offre autant de fois qu’une personne le peut. Le prix est calculé sans elle.`,
    bib: (pack) =>
      `${pack} : cette offre a déjà servi pour ce coureur autant de fois que possible. Le prix est calculé sans elle.`,
    day: (pack) =>
      `${pack} : cette offre est épuisée pour aujourd’hui. Le prix est calculé sans elle ; elle revient demain.`,
  },
  hints: {
    free: (more) =>
      more === 1
        ? 'Une photo de plus ne vous coûte rien.'
        : `${more} photos de plus ne vous coûtent rien.`,
    cheaper: (more, quantity, total) =>
      more === 1
        ? `Une photo de plus et le pack de ${quantity} revient moins cher : ${total} en tout.`
        : `${more} photos de plus et le pack de ${quantity} revient moins cher : ${total} en tout.`,
    pack: (more, quantity, extra, without) =>
      more === 1
        ? `Une photo de plus pour ${extra} avec le pack de ${quantity} ; sans le pack, vous paieriez ${without} en tout.`
        : `${more} photos de plus pour ${extra} avec le pack de ${quantity} ; sans le pack, vous paieriez ${without} en tout.`,
    allOfMine: (photos, bib, extra) =>
      `Les ${photos} photos du dossard ${bib} : seulement ${extra} de plus.`,
    allOfMineCheaper: (photos, bib, total) =>
      `Les ${photos} photos du dossard ${bib} coûtent moins que ce panier : ${total} en tout.`,
    addAll: (bib) => `Ajouter tout le dossard ${bib}`,
  },
  checkout: 'Passer la commande',
  paused:
    'Pas en vente pour le moment : le paiement de ces photos est impossible pour l’instant. Votre panier est conservé ; revenez un peu plus tard.',
  refusalsTitle: 'Certaines photos ne peuvent plus être achetées',
  refusals: {
    'unknown-photo': 'Elle n’existe plus.',
    'other-event': 'Elle appartient à un autre événement.',
    'not-kept': 'Le photographe l’a retirée.',
    'taken-down': 'Elle a été retirée à la demande d’une personne qui y figure.',
    'not-for-sale': 'Elle n’est pas vendue dans cette taille.',
    'used-up': 'L’offre qui la comprendrait a déjà servi autant de fois que possible.',
  },
  removeRefused: 'Les retirer du panier',
  tooMany: (limit) => `Un panier contient au plus ${limit} photos.`,
  added: (photos) =>
    photos === 1 ? 'La photo est dans votre panier.' : `${photos} photos sont dans votre panier.`,
};
