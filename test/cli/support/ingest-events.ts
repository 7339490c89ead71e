import type { IngestEvent } from '../../../core/index.js';

type EventOf<Type extends IngestEvent['type']> = Extract<IngestEvent, { type: Type }>;

export const started: EventOf<'started'> = { type: 'started', event: 'nice', folder: '/card' };

export const progress: EventOf<'progress'> = {
  type: 'progress',
  seen: 1234,
  total: 5000,
  counts: {
    kept: 1200,
    duplicate: 20,
    'near-duplicate': 0,
    blurry: 10,
    unsupported: 3,
    failed: 1,
    known: 0,
  },
  photosPerSecond: 4.44,
  etaSeconds: 848,
  slowestStage: { name: 'vision', meanMs: 240.4 },
  lastProblem: { file: 'bad.jpg', reason: 'cut short' },
};

export const failedPhoto: EventOf<'photo'> = {
  type: 'photo',
  file: 'bad.jpg',
  outcome: 'failed',
  bibs: [],
  reason: 'cut short',
};

export const keptPhoto: EventOf<'photo'> = {
  type: 'photo',
  file: 'good.jpg',
  outcome: 'kept',
  bibs: [],
  reason: undefined,
};

export const summary: EventOf<'summary'> = {
  type: 'summary',
  event: 'nice',
  found: 5000,
  kept: 4900,
  duplicates: 50,
  nearDuplicates: 20,
  blurry: 20,
  unsupported: 8,
  failed: 2,
  known: 0,
  leftOut: [
    { cause: 'hidden-file', count: 4, examples: ['.a.jpg', '.b.jpg', '.c.jpg'] },
    { cause: 'link', count: 1, examples: ['loop'] },
  ],
  tagged: 4500,
  orphans: 150,
  faces: 6000,
  seconds: 1130,
  photosPerSecond: 4.42,
  peakRssBytes: 775_000_000,
  stageMs: { decode: 110, vision: 240.4 },
};
