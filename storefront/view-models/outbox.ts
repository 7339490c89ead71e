import type { OutboxMail } from '../../core/index.js';
import type { Language } from '../messages/language.js';
import { formatMoment } from './moment.js';

/** The list of mails; times in the zone of the machine, where its reader sits. */
export function outboxModel(mails: readonly OutboxMail[], token: string, language: Language) {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return {
    mails: mails.map(({ id, subject, to, writtenAt }) => ({
      href: `/outbox/${token}/${id}`,
      textHref: `/outbox/${token}/${id}/text`,
      subject,
      to,
      time: formatMoment(writtenAt, timeZone, language),
    })),
  };
}
