import type { ListedTakeDown } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Column } from '../terminal/table.js';
import { utcTime } from './utc-time.js';

export function takeDownColumns({ takeDowns }: Messages): Column<ListedTakeDown>[] {
  const { columns, states } = takeDowns;
  return [
    { title: columns.reference, cell: ({ reference }) => reference },
    { title: columns.state, cell: ({ state }) => states[state] },
    { title: columns.time, cell: ({ requestedAt }) => utcTime(requestedAt) },
    { title: columns.event, cell: ({ eventSlug }) => eventSlug },
    { title: columns.photo, flexible: true, cell: ({ file, photoId }) => file ?? photoId },
    { title: columns.buyers, align: 'right', cell: ({ buyers }) => String(buyers) },
    { title: columns.reason, flexible: true, cell: ({ reason = '' }) => reason },
    { title: columns.email, cell: ({ email = '' }) => email },
    { title: columns.network, cell: ({ network = '' }) => network },
    {
      title: columns.decided,
      cell: ({ acceptedAt, undoneAt }) => {
        const decidedAt = undoneAt ?? acceptedAt;
        return decidedAt === undefined ? '' : utcTime(decidedAt);
      },
    },
  ];
}
