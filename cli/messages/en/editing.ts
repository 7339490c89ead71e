import { counted, type Count } from '../count.js';

/** What `event edit` says. */
export const editing = {
  nothing: 'Nothing to change was given',
  nothingHint: 'Say what: --name, --date, --place, --sport, --time-zone or --cover.',
  unchanged: (slug: string) => `"${slug}" is so already.`,
  change: (field: string, from: string | undefined, to: string) =>
    from === undefined ? `${field}: ${to}` : `${field}: ${to} (was ${from})`,
  retimed: (photos: Count) =>
    `${counted(photos, 'photo has its time', 'photos have their times')} read in the new time zone; days of packs and codes follow.`,
  cover: 'Cover',
  noCover: 'Name the photo of --cover, or give --cover alone to see the five best',
  score: 'Score',
  size: 'Size',
  address: 'To look at',
  chooseCover: (event: string) =>
    `* is the cover now. Choose one: focusracer event edit ${event} --cover FILE (--cover auto: the best, always)`,
  dryRun: 'Nothing was written (--dry-run).',
};
