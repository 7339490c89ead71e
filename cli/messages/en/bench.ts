import { counted, type Count } from '../count.js';

/** What the measurements say. */
export const bench = {
  done: (done: string, photos: Count) => `${done} of ${counted(photos, 'photo', 'photos')}`,
  engine: (version: string, milliseconds: string) =>
    `Engine ${version}, ${milliseconds} ms of CPU time a photo.`,
  free: 'free',
  withStartList: 'with start list',
  set: 'Set',
  photos: 'Photos',
  bibs: 'Bibs',
  precision: 'Precision',
  recall: 'Recall',
  interval: '95% of F1',
  similarity: 'Similarity',
  samePairs: 'Same, found',
  wrongPairs: 'Different, matched',
  perMillion: 'Per million',
  machine: 'Machine',
  workers: 'Workers',
  floor: 'Floor',
  ownFloor: 'Our own decode and JPEG',
  ingest: 'Ingest',
  ratio: 'Ingest to floor',
  cpuRatio: 'The same in CPU time',
  memory: 'Peak memory',
  cost: (milliseconds: string) => `${milliseconds} ms of CPU time a photo`,
  dearestSteps: {
    filling: 'Filling an event that nobody ran.',
    asking: 'One visitor asks for dear pages, the others for ordinary ones.',
  },
  dearPage: (load: string, answers: string, refused: string) =>
    `${load}; ${answers} answers to the one, ${refused} of them refusals`,
  storefrontSteps: {
    filling: 'Filling an event that nobody ran.',
    pages: 'Asking for pages.',
    selfies: 'Searching by selfie.',
    mixed: 'Mixed traffic.',
  },
  firstPage: 'First page',
  deepPage: 'Page nine tenths down',
  bibSearch: 'Search by bib',
  selfieSearch: 'Search by selfie',
  selfieLoad: (load: { readonly first: string; readonly p50: string; readonly p95: string }) =>
    `first ${load.first} ms; then: median ${load.p50}, p95 ${load.p95}`,
  mixed: 'Mixed traffic',
  load: (load: {
    readonly perSecond: string;
    readonly errors: string;
    readonly p50: string;
    readonly p95: string;
    readonly p99: string;
  }) =>
    `${load.perSecond} a second, ${load.errors} errors; ms: median ${load.p50}, p95 ${load.p95}, p99 ${load.p99}`,
  memoryBeforeAndAfter: 'Memory before, after',
  crowdSteps: {
    filling: 'Filling an event that nobody ran.',
    crowd: 'People and scrapers come.',
  },
  phones: 'Phones',
  pages: 'Pages',
  refused: 'Refused',
  failed: 'Failed',
  orders: 'Orders',
  placedAndPaid: (placed: string, paid: string) => `${placed} placed, ${paid} paid`,
  answers: 'Answers',
  answerTimes: (times: { readonly p50: string; readonly p95: string; readonly p99: string }) =>
    `ms: median ${times.p50}, p95 ${times.p95}, p99 ${times.p99}`,
  scraper: 'Scraper',
  scraped: (got: {
    readonly requests: string;
    readonly photos: string;
    readonly most: string;
    readonly seconds: string;
  }) =>
    `${got.photos} photo pages by ${got.requests} requests in ${got.seconds} s; most in a minute ${got.most}`,
  scrapersTogether: 'All scrapers, most in a minute',
};
