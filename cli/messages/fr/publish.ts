import { counted } from '../count.js';
import type { publish as english } from '../en/publish.js';

export const publish: typeof english = {
  published: (name, path) => `« ${name} » est public : ${path}`,
  qrCode: (url) => `QR code : ${url} (avec ?bib=1204, d’un seul coureur)`,
  poster: (url) => `Affiche qui le porte : ${url} (avec ?size=a3, plus grande)`,
  next: 'Ensuite, si la boutique n’est pas encore ouverte : focusracer serve',
  unpublished: (slug) => `« ${slug} » n'est plus visible. Ce qui est vendu reste aux acheteurs.`,
  photos: (photos, bibs) =>
    `En vitrine : ${counted(photos, 'photo', 'photos')}, ${counted(bibs, 'dossard trouvable', 'dossards trouvables')}`,
  untagged: (photos) => `${counted(photos, 'photo', 'photos')} sans dossard`,
  entries: (entries, without) =>
    `${counted(entries, 'inscription', 'inscriptions')} sur la liste de départ, dont ${without.text} sans photo`,
  waiting: (photos) =>
    `${counted(photos, 'photo encore à relier, qui peut', 'photos encore à relier, qui peuvent')} recevoir un dossard`,
  requests: (takenDown, reports) =>
    `${counted(takenDown, 'photo retirée', 'photos retirées')}, ${counted(reports, 'erreur signalée', 'erreurs signalées')} (focusracer takedowns list, focusracer reports list)`,
  packMade: (pack, price) => `Sans pack jusqu’ici, vend désormais : ${pack}, ${price}`,
  selfie: (until) => `Les visiteurs peuvent chercher par visage jusqu'au ${until}`,
  downloads: (hours) =>
    hours % 24 === 0 && hours > 72
      ? `Les liens des commandes servent pendant ${hours / 24} jours`
      : `Les liens des commandes servent pendant ${hours} heures`,
  downloadsForGood: "Les liens des commandes n'expirent pas",
  takeDowns: {
    confirmed: 'Les visiteurs retirent des photos par un lien reçu par mail',
    'at-once': 'Les visiteurs retirent des photos aussitôt, et vous y veillez',
  },
  noSelfie: 'Personne ne peut chercher par visage',
  camera: (key, camera, name) => `Appareil ${key} : ${camera}, ${name}`,
  unknownCamera: 'appareil inconnu',
  noName: 'sans nom',
  missing: {
    photos: 'Aucune photo : focusracer ingest ./dossier --event …',
    date: 'Pas de date : focusracer event edit … --date 2026-05-17',
    place: 'Pas de lieu : focusracer event edit … --place Annecy',
    'start-list':
      'Pas de liste de départ, donc pas de recherche par nom : focusracer startlist import',
    tags: "Aucune photo n'a encore de dossard",
    seller: 'Aucun vendeur indiqué : --seller "…"',
    'seller-email': 'Personne ne reçoit les retraits ni les ventes : --seller-email …',
    photographers: "Des appareils n'ont pas de nom : --photographer CLE=NOM",
  },
  legalGaps: (settings) =>
    `Les pages légales passent sous silence ce que personne n'a dit : ${settings} (focusracer config set operatorName "…")`,
  badPhotographer: (text) => `« ${text} » n'est pas de la forme CLE=NOM`,
  badPhotographerHint: 'Écrivez --photographer 1a2b3c4d="Ana Silva".',
  halfSelfie: 'La recherche par visage demande une base légale, une information et un dernier jour',
  halfSelfieHint:
    'Donnez les trois, les deux premiers dans les mêmes langues : --selfie-basis, --selfie-notice et --selfie-until.',
};
