import { counted, type Count } from '../count.js';

/** What `event edit` says. */
export const editing = {
  nothing: 'Nothing to change was given',
  nothingHint: 'Say what: --name, --date, --place, --sport or --time-zone.',
  unchanged: (slug: string) => `"${slug}" is so already.`,
  change: (field: string, from: string | undefined, to: string) =>
    from === undefined ? `${field}: ${to}` : `${field}: ${to} (was ${from})`,
  retimed: (photos: Count) =>
    `${counted(photos, 'photo has its time', 'photos have their times')} read in the new time zone; days of packs and codes follow.`,
  dryRun: 'Nothing was written (--dry-run).',
};
