import type { CountedEvent, EventCounts } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Format } from '../terminal/format.js';
import { renderTable, type Column } from '../terminal/table.js';

export function eventColumns({ talk }: Messages, format: Format): Column<CountedEvent>[] {
  const { columns } = talk;
  return [
    { title: columns.event, cell: ({ event }) => event.slug },
    { title: columns.name, flexible: true, cell: ({ event }) => event.name },
    { title: columns.date, cell: ({ event }) => event.date ?? '' },
    { title: columns.place, cell: ({ event }) => event.place ?? '' },
    { title: columns.state, cell: ({ event }) => talk.eventState[event.state] },
    { title: columns.photos, align: 'right', cell: ({ counts }) => format.count(counts.photos) },
    { title: columns.tagged, align: 'right', cell: ({ counts }) => format.count(counts.tagged) },
    { title: columns.orphans, align: 'right', cell: ({ counts }) => format.count(counts.orphans) },
  ];
}

/** Everything about one event: its details, then its counts. */
export function eventLines(
  { event, counts }: CountedEvent,
  messages: Messages,
  format: Format,
): string[] {
  const { columns, eventState, facesMode, counts: labels } = messages.talk;
  const details: Pair[] = [
    [columns.event, event.slug],
    [columns.name, event.name],
    [columns.date, event.date],
    [columns.place, event.place],
    [columns.sport, event.sport],
    [columns.timeZone, event.timeZone],
    [columns.state, eventState[event.state]],
    [columns.faces, facesMode[event.faces]],
  ];
  const numbers = COUNT_ORDER.map((key): Pair => [labels[key], format.count(counts[key])]);
  return [...pairLines(details, 'left'), '', ...pairLines(numbers, 'right')];
}

type Pair = readonly [label: string, value: string | undefined];

const COUNT_ORDER = [
  'files',
  'photos',
  'kept',
  'nearDuplicates',
  'blurry',
  'duplicates',
  'unsupported',
  'failed',
  'tagged',
  'orphans',
  'tags',
  'bibs',
  'faces',
  'templates',
  'unconfirmedReadings',
  'entries',
  'pending',
] as const satisfies readonly (keyof EventCounts)[];

function pairLines(pairs: readonly Pair[], align: 'left' | 'right'): string[] {
  const known = pairs.filter(([, value]) => value !== undefined);
  const [, ...lines] = renderTable(known, [
    { title: '', cell: ([label]) => label },
    { title: '', align, cell: ([, value]) => value ?? '' },
  ]);
  return lines;
}
