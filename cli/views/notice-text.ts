import type { Notice } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Format } from '../terminal/format.js';
import { timeDoubtText } from './time-doubt-text.js';

/** What an ingest has to say beside its counts, in the person's language. */
export function noticeText(notice: Notice, messages: Messages, format: Format): string {
  const { notices } = messages.talk.ingest;
  const { amount } = format;
  switch (notice.code) {
    case 'faces.expired':
      return notices.expired(amount(notice.values.templates));
    case 'faces.deleted':
      return notices.deleted(notice.values);
    case 'faces.index':
      return notices.index(amount(notice.values.days));
    case 'time.doubt':
      return timeDoubtText(notice.values.doubt, notice.values.event, messages, format);
    case 'scan.skipped':
      return `${notice.values.file}: ${notice.values.reason}`;
  }
}
