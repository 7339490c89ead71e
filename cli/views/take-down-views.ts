import type { ListedTakeDown } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Column } from '../terminal/table.js';
import { utcTime } from './utc-time.js';

export function takeDownColumns({ takeDowns }: Messages): Column<ListedTakeDown>[] {
  const { columns } = takeDowns;
  return [
    { title: columns.reference, cell: ({ reference }) => reference },
    { title: columns.time, cell: ({ requestedAt }) => utcTime(requestedAt) },
    { title: columns.event, cell: ({ eventSlug }) => eventSlug },
    { title: columns.photo, flexible: true, cell: ({ file, photoId }) => file ?? photoId },
    { title: columns.reason, flexible: true, cell: ({ reason = '' }) => reason },
    { title: columns.email, cell: ({ email = '' }) => email },
    { title: columns.shown, cell: ({ undoneAt }) => (undoneAt ? utcTime(undoneAt) : '') },
  ];
}
