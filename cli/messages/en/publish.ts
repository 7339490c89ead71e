import { counted, type Count } from '../count.js';

/** What `publish` says of an event that everybody can see now. */
export const publish = {
  published: (name: string, url: string) => `"${name}" is public: ${url}`,
  qrCode: (url: string) => `QR code: ${url} (with ?bib=1204, of one runner)`,
  poster: (url: string) => `Poster with it: ${url} (with ?size=a3, larger)`,
  next: 'Next, unless the shop is open already: focusracer serve',
  unpublished: (slug: string) => `"${slug}" is out of sight. What was sold stays with its buyers.`,
  photos: (photos: Count, bibs: Count) =>
    `On show: ${counted(photos, 'photo', 'photos')}, found by ${counted(bibs, 'bib', 'bibs')}`,
  untagged: (photos: Count) => `${counted(photos, 'photo has', 'photos have')} no bib`,
  entries: (entries: Count, without: Count) =>
    `${counted(entries, 'entry', 'entries')} on the start list, ${without.text} without a photo`,
  waiting: (photos: Count) =>
    `${counted(photos, 'photo is', 'photos are')} still being linked, and may yet get a bib`,
  requests: (takenDown: Count, reports: Count) =>
    `${counted(takenDown, 'photo', 'photos')} taken down, ${counted(reports, 'wrong match', 'wrong matches')} reported (focusracer takedowns list, focusracer reports list)`,
  packMade: (pack: string, price: string) => `Had no packs, sells now: ${pack}, ${price}`,
  selfie: (until: string) => `Visitors may search by face until ${until}`,
  downloads: (hours: number) =>
    hours % 24 === 0 && hours > 72
      ? `Links of orders download for ${hours / 24} days`
      : `Links of orders download for ${hours} hours`,
  downloadsForGood: 'Links of orders download for good',
  noSelfie: 'Nobody can search by face',
  takeDowns: {
    confirmed: 'Visitors take photos down by a link that they get by mail',
    'at-once': 'Visitors take photos down at once, and you look after it',
  },
  camera: (key: string, camera: string, name: string) => `Camera ${key}: ${camera}, ${name}`,
  unknownCamera: 'unknown camera',
  noName: 'no name given',
  missing: {
    photos: 'No photo yet: focusracer ingest ./folder --event …',
    date: 'No date: focusracer event edit … --date 2026-05-17',
    place: 'No place: focusracer event edit … --place Annecy',
    'start-list': 'No start list, so nobody is found by name: focusracer startlist import',
    tags: 'No photo has a bib yet',
    seller: 'No seller is named: --seller "…"',
    'seller-email': 'Nobody hears of take-downs and sales: --seller-email …',
    photographers: 'Some cameras have no name: --photographer KEY=NAME',
  },
  legalGaps: (settings: string) =>
    `The legal pages leave out what nobody has said: ${settings} (focusracer config set operatorName "…")`,
  badPhotographer: (text: string) => `"${text}" is not KEY=NAME`,
  badPhotographerHint: 'Write it as --photographer 1a2b3c4d="Ana Silva".',
  halfSelfie: 'Searching by face needs a legal basis, a notice and a last day',
  halfSelfieHint:
    'Give all three, and the first two in the same languages: --selfie-basis, --selfie-notice and --selfie-until.',
};
