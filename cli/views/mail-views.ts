import type { ListedMail } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Format } from '../terminal/format.js';
import type { Column } from '../terminal/table.js';
import { utcTime } from './utc-time.js';

export function mailColumns({ mails }: Messages, format: Format): Column<ListedMail>[] {
  const { columns, states } = mails;
  return [
    { title: columns.id, cell: shortMailId },
    { title: columns.queued, cell: ({ queuedAt }) => utcTime(queuedAt) },
    { title: columns.kind, cell: ({ kind }) => kind },
    { title: columns.to, cell: ({ to }) => to },
    { title: columns.state, cell: ({ state }) => states[state] },
    { title: columns.attempts, align: 'right', cell: ({ attempts }) => format.count(attempts) },
    { title: columns.next, cell: ({ nextAttemptAt: next }) => (next && utcTime(next)) ?? '' },
    { title: columns.reason, flexible: true, cell: ({ reason }) => reason ?? '' },
  ];
}

/** Enough to name one of a few failed mails. */
function shortMailId({ id }: ListedMail): string {
  return id.slice(0, 8);
}
