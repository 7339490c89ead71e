import type { Notice } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Format } from '../terminal/format.js';

/** What an ingest has to say beside its counts, in the person's language. */
export function noticeText(notice: Notice, { talk }: Messages, { amount }: Format): string {
  const { notices } = talk.ingest;
  switch (notice.code) {
    case 'faces.expired':
      return notices.expired(amount(notice.values.templates));
    case 'faces.deleted':
      return notices.deleted(notice.values);
    case 'faces.index':
      return notices.index(amount(notice.values.days));
    case 'scan.skipped':
      return `${notice.values.file}: ${notice.values.reason}`;
  }
}
