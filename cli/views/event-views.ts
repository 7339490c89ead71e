import type { CountedEvent, EventCounts, ShownEvent } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Format } from '../terminal/format.js';
import type { Column, Pair } from '../terminal/table.js';

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

/** Everything about one event, what is not known left out. */
export function eventPairs(
  { event, counts, takeDowns }: ShownEvent,
  messages: Messages,
  format: Format,
): { readonly details: readonly Pair[]; readonly counts: readonly Pair[] } {
  const { columns, eventState, facesMode, takeDownMode, counts: labels } = messages.talk;
  const details: readonly (readonly [string, string | undefined])[] = [
    [columns.event, event.slug],
    [columns.name, event.name],
    [columns.date, event.date],
    [columns.place, event.place],
    [columns.sport, event.sport],
    [columns.timeZone, event.timeZone],
    [columns.state, eventState[event.state]],
    [columns.faces, facesMode[event.faces]],
    [columns.takeDowns, takeDownMode[takeDowns]],
  ];
  return {
    details: details.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]])),
    counts: COUNT_ORDER.map((key) => [labels[key], format.count(counts[key])]),
  };
}

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
