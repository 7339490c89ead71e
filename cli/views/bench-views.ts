import type {
  DearestReport,
  AccuracyReport,
  FaceReport,
  SpeedReport,
  StorefrontReport,
} from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Format } from '../terminal/format.js';
import type { Column, Pair } from '../terminal/table.js';

type Accuracy = AccuracyReport['total']['free'];
type Pairs = FaceReport['total']['settings'][number]['pairs'];

interface AccuracyRow {
  readonly set: string;
  readonly list: string;
  readonly score: Accuracy;
}

/** Two rows a set: free, and with a start list. */
export function accuracyRows(report: AccuracyReport, { talk }: Messages): AccuracyRow[] {
  return [...report.sets, report.total].flatMap(({ name, free, withStartList }) => [
    { set: name, list: talk.bench.free, score: free },
    { set: name, list: talk.bench.withStartList, score: withStartList },
  ]);
}

export function accuracyColumns({ talk: { bench } }: Messages): Column<AccuracyRow>[] {
  const number = (title: string, cell: (score: Accuracy) => string): Column<AccuracyRow> => ({
    title,
    align: 'right',
    cell: ({ score }) => cell(score),
  });
  return [
    { title: bench.set, cell: ({ set }) => set },
    { title: '', cell: ({ list }) => list },
    number(bench.photos, ({ photos }) => String(photos)),
    number(bench.bibs, ({ bibs }) => String(bibs)),
    number(bench.precision, ({ precision }) => precision.toFixed(3)),
    number(bench.recall, ({ recall }) => recall.toFixed(3)),
    number('F1', ({ f1 }) => f1.toFixed(3)),
    {
      title: bench.interval,
      cell: ({ score }) =>
        `${score.intervals.f1.low.toFixed(3)} - ${score.intervals.f1.high.toFixed(3)}`,
    },
  ];
}

interface FaceRow {
  readonly set: string;
  readonly threshold: number;
  readonly pairs: Pairs;
}

export function faceRows({ sets, total }: FaceReport): FaceRow[] {
  return [...sets, total].flatMap(({ name, settings }) =>
    settings.map(({ threshold, pairs }) => ({ set: name, threshold, pairs })),
  );
}

export function faceColumns({ talk: { bench } }: Messages): Column<FaceRow>[] {
  const number = (title: string, cell: (row: FaceRow) => string): Column<FaceRow> => ({
    title,
    align: 'right',
    cell,
  });
  return [
    { title: bench.set, cell: ({ set }) => set },
    number(bench.similarity, ({ threshold }) => `${threshold} %`),
    number(bench.samePairs, ({ pairs }) => `${pairs.found} / ${pairs.samePairs}`),
    number(bench.recall, ({ pairs }) => pairs.recall.toFixed(3)),
    number(bench.wrongPairs, ({ pairs }) => `${pairs.falseMatches} / ${pairs.differentPairs}`),
    number(bench.perMillion, ({ pairs }) => (pairs.falseMatchRate * 1e6).toFixed(1)),
  ];
}

const STAGES_IN_ORDER = [
  'read',
  'metadata',
  'decode',
  'fingerprint',
  'vision',
  'versions',
  'crops',
  'store',
] as const satisfies readonly (keyof SpeedReport['ingest']['stageMs'])[];

export function speedPairs(
  report: SpeedReport,
  { talk: { bench, ingest } }: Messages,
  format: Format,
): Pair[] {
  const { floor, ingest: measured } = report;
  const rate = (photosPerSecond: number, cpuMsPerPhoto: number): string =>
    `${ingest.rate(photosPerSecond.toFixed(2))}, ${bench.cost(cpuMsPerPhoto.toFixed(0))}`;
  return [
    [bench.photos, format.count(measured.photos)],
    [bench.machine, `${report.processor}, ${report.cores} x, ${format.bytes(report.memoryBytes)}`],
    [bench.workers, String(report.workers)],
    [bench.floor, rate(floor.photosPerSecond, floor.cpuMsPerPhoto)],
    [bench.ownFloor, rate(report.ownFloor.photosPerSecond, report.ownFloor.cpuMsPerPhoto)],
    [bench.ingest, rate(measured.photosPerSecond, measured.cpuMsPerPhoto)],
    [bench.ratio, report.ratio.toFixed(3)],
    [bench.cpuRatio, report.cpuRatio.toFixed(3)],
    ...STAGES_IN_ORDER.flatMap((stage): Pair[] => {
      const milliseconds = measured.stageMs[stage];
      return milliseconds === undefined
        ? []
        : [[ingest.stages[stage], `${milliseconds.toFixed(1)} ms`]];
    }),
    [bench.memory, format.bytes(measured.peakRssBytes)],
  ];
}

function selfiePairs({ selfie }: StorefrontReport, bench: Messages['talk']['bench']): Pair[] {
  if (selfie === undefined) return [];
  const { firstMs, latencyMs } = selfie;
  const milliseconds = (value: number) => value.toFixed(0);
  return [
    [
      bench.selfieSearch,
      bench.selfieLoad({
        first: milliseconds(firstMs),
        p50: milliseconds(latencyMs.p50),
        p95: milliseconds(latencyMs.p95),
      }),
    ],
  ];
}

export function storefrontPairs(
  report: StorefrontReport,
  { talk: { bench } }: Messages,
  format: Format,
): Pair[] {
  const load = ({ perSecond, errors, latencyMs }: StorefrontReport['mixed']): string =>
    bench.load({
      perSecond: perSecond.toFixed(0),
      errors: format.count(errors),
      p50: latencyMs.p50.toFixed(1),
      p95: latencyMs.p95.toFixed(1),
      p99: latencyMs.p99.toFixed(1),
    });
  const { before, after } = report.memoryBytes;
  return [
    [bench.photos, format.count(report.photos)],
    [bench.firstPage, load(report.firstPage)],
    [bench.deepPage, load(report.deepPage)],
    [bench.bibSearch, load(report.bibSearch)],
    ...selfiePairs(report, bench),
    [bench.mixed, load(report.mixed)],
    [bench.memoryBeforeAndAfter, `${format.bytes(before)}, ${format.bytes(after)}`],
  ];
}

/** For each dear page how the others fared, and what became of who asked for it. */
export function dearestPairs(
  { pages }: DearestReport,
  { talk: { bench } }: Messages,
  format: Format,
): Pair[] {
  return pages.map(({ path, greed, others: { perSecond, errors, latencyMs } }) => {
    const load = bench.load({
      perSecond: perSecond.toFixed(0),
      errors: format.count(errors),
      p50: latencyMs.p50.toFixed(1),
      p95: latencyMs.p95.toFixed(1),
      p99: latencyMs.p99.toFixed(1),
    });
    return [path, bench.dearPage(load, format.count(greed.answers), format.count(greed.refused))];
  });
}
