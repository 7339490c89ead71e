import { counted } from '../count.js';
import type { bench as english } from '../en/bench.js';

export const bench: typeof english = {
  done: (done, photos) => `${done} sur ${counted(photos, 'photo', 'photos')}`,
  engine: (version, milliseconds) =>
    `Moteur ${version}, ${milliseconds} ms de processeur par photo.`,
  free: 'sans liste',
  withStartList: 'avec liste',
  set: 'Série',
  photos: 'Photos',
  bibs: 'Dossards',
  precision: 'Précision',
  recall: 'Rappel',
  interval: '95 % de F1',
  similarity: 'Ressemblance',
  samePairs: 'Mêmes, trouvés',
  wrongPairs: 'Autres, confondus',
  perMillion: 'Par million',
  machine: 'Machine',
  workers: 'En parallèle',
  floor: 'Minimum',
  ownFloor: 'Notre décodage et JPEG',
  ingest: 'Traitement',
  ratio: 'Traitement sur minimum',
  cpuRatio: 'De même en temps CPU',
  memory: 'Mémoire maximale',
  cost: (milliseconds) => `${milliseconds} ms de processeur par photo`,
  dearestSteps: {
    filling: 'Un événement que personne n’a couru se remplit.',
    asking: 'Un visiteur demande des pages coûteuses, les autres des pages ordinaires.',
  },
  dearPage: (load: string, answers: string, refused: string) =>
    `${load} ; ${answers} réponses à celui-là, dont ${refused} refus`,
  storefrontSteps: {
    filling: 'Un événement que personne n’a couru se remplit.',
    pages: 'Demande de pages.',
    selfies: 'Recherche par selfie.',
    mixed: 'Trafic mélangé.',
  },
  firstPage: 'Première page',
  deepPage: 'Page aux neuf dixièmes',
  bibSearch: 'Recherche par dossard',
  selfieSearch: 'Recherche par selfie',
  selfieLoad: (load) =>
    `la première ${load.first} ms ; ensuite : médiane ${load.p50}, p95 ${load.p95}`,
  mixed: 'Trafic mélangé',
  load: (load) =>
    `${load.perSecond} par seconde, ${load.errors} erreurs ; ms : médiane ${load.p50}, p95 ${load.p95}, p99 ${load.p99}`,
  memoryBeforeAndAfter: 'Mémoire avant, après',
  crowdSteps: {
    filling: 'Un événement que personne n’a couru se remplit.',
    crowd: 'Visiteurs et aspirateurs arrivent.',
  },
  phones: 'Téléphones',
  pages: 'Pages',
  refused: 'Refusées',
  failed: 'En échec',
  orders: 'Commandes',
  placedAndPaid: (placed, paid) => `${placed} passées, ${paid} payées`,
  answers: 'Réponses',
  answerTimes: (times) => `ms : médiane ${times.p50}, p95 ${times.p95}, p99 ${times.p99}`,
  scraper: 'Aspirateur',
  scraped: (got) =>
    `${got.photos} pages de photo pour ${got.requests} requêtes en ${got.seconds} s ; au plus en une minute ${got.most}`,
  scrapersTogether: 'Tous les aspirateurs, au plus en une minute',
};
