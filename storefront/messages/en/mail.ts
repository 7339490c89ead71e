import type { OptionalMailKind } from '../../../core/index.js';

const kinds: Readonly<Record<OptionalMailKind, string>> = {
  'photos-available': 'mails about new photos of the events you follow',
  'new-sale': 'mails about new sales',
  'follow-confirmation': 'mails that ask whether you want to follow an event',
};

/** The pages behind the links of mails, and the outbox of a shop that sends none. */
export const mail = {
  kinds,
  unsubscribe: {
    title: 'Stop these mails?',
    question: (kind: string) => `This stops ${kind}. Mails about your own orders still come.`,
    stop: 'Stop them',
    doneTitle: 'Done',
    done: (kind: string) => `You get no more ${kind}.`,
  },
  outbox: {
    title: 'Outbox',
    note: 'No mail service is configured: every mail of this shop ends here. Only this machine can open this page.',
    none: 'No mail yet. Buy a photo, and look again.',
    subject: 'Subject',
    to: 'To',
    time: 'Written',
    asText: 'as text',
  },
};
