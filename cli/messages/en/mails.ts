import { counted, type Count } from '../count.js';

/** What `mails` says. */
export const mails = {
  states: {
    queued: 'waits',
    sent: 'sent',
    skipped: 'not wanted any more',
    failed: 'failed',
  },
  columns: {
    id: 'Mail',
    queued: 'Queued',
    kind: 'Kind',
    to: 'To',
    state: 'State',
    attempts: 'Attempts',
    next: 'Next attempt',
    reason: 'Reason',
  },
  none: 'No mails.',
  noneFailed: 'No mail failed.',
  retried: (mailCount: Count) =>
    `${counted(mailCount, 'mail waits', 'mails wait')} again. The process of \`focusracer serve\` sends what waits.`,
  help: {
    summary: 'show the mails of the shop, and try failed ones again',
    list: {
      summary: 'list the mails, the latest first; addresses are masked',
      state: 'only mails in this state',
      addresses: 'show whole addresses',
      limit: 'at most this many',
      examples: [
        ['mails list --state failed', 'what did not arrive, and why'],
        ['mails list --limit 20', 'the latest ones'],
      ],
    },
    retry: {
      summary: 'send failed mails again',
      mail: 'the id of one failed mail, or its beginning (default: all of them)',
      dryRun: 'list the mails, and change nothing',
      examples: [
        ['mails retry --dry-run', 'look first'],
        ['mails retry', 'once the mail service works again'],
      ],
    },
  },
};
