import type { WrongMatchReport } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Column } from '../terminal/table.js';
import { utcTime } from './utc-time.js';

export function reportColumns({ reports }: Messages): Column<WrongMatchReport>[] {
  const { columns } = reports;
  return [
    { title: columns.time, cell: ({ reportedAt }) => utcTime(reportedAt) },
    { title: columns.event, cell: ({ eventSlug }) => eventSlug },
    { title: columns.photo, flexible: true, cell: ({ file, photoId }) => file ?? photoId },
    { title: columns.bib, cell: ({ bib }) => bib },
    { title: columns.times, align: 'right', cell: ({ times }) => String(times) },
    { title: columns.note, flexible: true, cell: ({ note = '' }) => note },
    { title: columns.settled, cell: ({ settledAt }) => (settledAt ? utcTime(settledAt) : '') },
  ];
}
