import { counted, type Count } from '../count.js';
import { bench } from './bench.js';

/** What the program says while it runs. */
export const talk = {
  error: (message: string) => `Error: ${message}`,
  seeHelp: 'See: focusracer --help',
  bug: (message: string) => `This is a bug in Focus Racer: ${message}`,
  howToReport: 'Please report it with the command you ran.',
  showStack: 'The same command with --debug shows where it happened.',
  finishing: 'Finishing what is in hand. Press Ctrl-C again to stop at once.',
  stopped: 'Stopped as asked',
  goOn: 'Nothing is lost. Run the same command again to go on.',
  usage: {
    unknownOption: (option: string) => `unknown option '${option}'`,
    unknownCommand: (command: string) => `unknown command '${command}'`,
    missingArgument: (argument: string) => `missing argument '${argument}'`,
    optionMissingArgument: (option: string) => `option '${option}' needs a value`,
    missingOption: (option: string) => `option '${option}' is needed`,
    excessArguments: 'too many arguments',
    invalidArgument: (subject: string, remark: string) =>
      `invalid value for '${subject}'. ${remark}`,
    allowedChoices: (choices: string) => `It has to be one of: ${choices}`,
    conflictingOptions: (options: string) => `options cannot be used together: ${options}`,
    notAnInteger: (least: number) => `It has to be a whole number from ${least}.`,
    notANumber: (least: number) => `It has to be a number from ${least}.`,
  },
  columns: {
    event: 'Event',
    name: 'Name',
    date: 'Date',
    place: 'Place',
    sport: 'Sport',
    timeZone: 'Time zone',
    state: 'State',
    faces: 'Faces',
    takeDowns: 'Take-downs',
    photos: 'Photos',
    kept: 'Kept',
    tagged: 'Tagged',
    orphans: 'Orphans',
    file: 'File',
    status: 'Status',
    bib: 'Bib',
    bibs: 'Bibs',
    taken: 'Taken',
    quality: 'Quality',
    source: 'Source',
    confidence: 'Confidence',
    similarity: 'Similarity',
    race: 'Race',
    lastName: 'Last name',
    firstName: 'First name',
    category: 'Category',
    club: 'Club',
    setting: 'Setting',
    value: 'Value',
    from: 'From',
  },
  photoStatus: { kept: 'kept', 'near-duplicate': 'near duplicate', blurry: 'blurry' },
  eventState: { draft: 'draft', published: 'published', archived: 'archived' },
  takeDownMode: { confirmed: 'confirmed by mail', 'at-once': 'at once' },
  facesMode: { off: 'off', detect: 'detect', index: 'index' },
  tagSource: {
    manual: 'by hand',
    reading: 'read',
    corrected: 'read, by start list',
    face: 'by face',
  },
  counts: {
    files: 'Files seen',
    photos: 'Photos',
    kept: 'Kept',
    nearDuplicates: 'Near duplicates',
    blurry: 'Blurry',
    duplicates: 'Duplicates',
    unsupported: 'Unsupported files',
    failed: 'Failed files',
    tagged: 'Photos with a tag',
    orphans: 'Orphans (people, no tag)',
    tags: 'Tags',
    bibs: 'Different bibs',
    faces: 'Faces',
    templates: 'Face templates',
    unconfirmedReadings: 'Readings to review',
    entries: 'Start list entries',
    pending: 'Photos waiting for linking',
  },
  event: {
    noneYet: 'There is no event yet',
    noneYetHint: 'focusracer ingest ./folder makes one.',
    several: 'There are several events',
    severalHint: (slugs: string) => `Name one with --event: ${slugs}`,
    created: (slug: string) => `Created event "${slug}".`,
    archived: (slug: string) => `Archived event "${slug}". Its photos stay.`,
    deletion: (name: string, slug: string) => `This deletes "${name}" (${slug}) for good:`,
    deletionCounts: (photos: Count, tags: Count, faces: Count, entries: Count) =>
      `  ${[
        counted(photos, 'photo', 'photos'),
        counted(tags, 'tag', 'tags'),
        counted(faces, 'face', 'faces'),
        counted(entries, 'start list entry', 'start list entries'),
      ].join(', ')}`,
    deletionObjects: (objects: Count, bytes: string) =>
      `  ${counted(objects, 'stored original or version', 'stored originals and versions')}, ${bytes}`,
    deletionSpares: 'The folders that were ingested are not touched.',
    deletionQuestion: (slug: string) => `Type the slug (${slug}) to delete: `,
    deletionRefused: 'Nothing was deleted',
    deletionNeedsYes: 'Nobody can be asked here: give --yes to delete.',
    twoNamed: (one: string, other: string) =>
      `Two events are named, "${one}" and "${other}": name one`,
    deleted: (slug: string) => `Deleted event "${slug}".`,
  },
  serve: {
    listening: (url: string) => `The storefront is open: ${url} (Ctrl-C stops it)`,
    outbox: (url: string) => `It sends no mail: read here what it would have sent: ${url}`,
    guessedUrl: (url: string) =>
      `! Links in mails, QR codes and shares lead to ${url}, which visitors may not reach. Say where they do: focusracer config set publicUrl https://photos.example.org`,
    legalGaps: (settings: string) =>
      `! The legal pages leave out what the law asks for and nobody has said: ${settings}. Say it: focusracer config set operatorName "…"`,
    stopping: 'Finishing the requests in hand ... (Ctrl-C again stops at once)',
    stopped: 'The storefront is closed.',
  },
  config: {
    set: (key: string, value: string) => `${key} is ${value} from now on.`,
    unset: (key: string) => `${key} has its default again.`,
  },
  export: {
    written: (files: Count, tags: Count) =>
      `${counted(files, 'file', 'files')} and ${counted(tags, 'tag', 'tags')} written.`,
    failed: (file: string, reason: string) => `Failed: ${file}: ${reason}`,
    outcomes: {
      created: ({ text }: Count) => `${text} created`,
      updated: ({ text }: Count) => `${text} updated`,
      unchanged: ({ text }: Count) => `${text} unchanged`,
      failed: ({ text }: Count) => `${text} failed`,
      planned: ({ text }: Count) => `${text} planned`,
      skipped: ({ text }: Count) => `${text} skipped`,
    },
    foreignOption: (option: string, format: string) =>
      `${option} does nothing with --format ${format}`,
    forTables: '--output is for --format csv and json. Sidecars and copies go to --to <folder>.',
    forKeywords:
      '--to, --keywords and --dry-run are for --format xmp and iptc. CSV and JSON go to --output <file>.',
    copiesNeedFolder: '--format iptc writes copies of the photos: say where with --to <folder>',
  },
  doctor: {
    failed: 'Something will not work on this machine',
    hint: 'The lines marked "fail" say how to mend it.',
  },
  bench,
  noPhotos: 'No photos.',
  noEntries: 'No entries.',
  noEvents: 'No events yet. focusracer ingest ./folder makes one.',
  search: {
    missing: 'Say what to search for: --bib, --name or --face',
    closeBibs: (bibs: string) => `Bibs that were read and are close: ${bibs}`,
  },
  tag: {
    tagged: (photo: string, bib: string) => `${photo} is tagged ${bib}.`,
    alreadyTagged: (photo: string, bib: string) => `${photo} was tagged ${bib} already.`,
    untagged: (photo: string, bib: string) => `${photo} is no longer tagged ${bib}.`,
    notTagged: (photo: string, bib: string) =>
      `${photo} was not tagged ${bib}; no rule will tag it so.`,
    restored: (photo: string) => `${photo} is kept from now on.`,
    alreadyKept: (photo: string) => `${photo} is kept already.`,
  },
  plan: {
    newEvent: (slug: string) => `Would create event "${slug}".`,
    existingEvent: (slug: string) => `Would add to event "${slug}".`,
    found: (files: Count, outcomes: string) =>
      `${counted(files, 'file', 'files')} found: ${outcomes}`,
    new: ({ text }: Count) => `${text} new`,
    changed: ({ text }: Count) => `${text} changed`,
    retried: ({ text }: Count) => `${text} to try again`,
    known: ({ text }: Count) => `${text} already known`,
    unsupported: ({ text }: Count) => `${text} unsupported`,
    unreadable: ({ text }: Count) => `${text} unreadable`,
    toRead: (bytes: string) => `${bytes} to read. Nothing was written (--dry-run).`,
  },
  ingest: {
    started: (folder: string, event: string) => `Ingesting ${folder} into "${event}"`,
    phases: {
      photos: 'Working on the photos',
      'near-duplicates': 'Comparing near duplicates over the whole event',
      linking: 'Linking photos without a bib by face',
    },
    outcomes: {
      kept: ({ text }: Count) => `${text} kept`,
      known: ({ text }: Count) => `${text} already known`,
      duplicate: (files: Count) => counted(files, 'duplicate', 'duplicates'),
      'near-duplicate': (photos: Count) => counted(photos, 'near duplicate', 'near duplicates'),
      blurry: ({ text }: Count) => `${text} blurry`,
      unsupported: ({ text }: Count) => `${text} unsupported`,
      failed: ({ text }: Count) => `${text} failed`,
    },
    stages: {
      read: 'reading files',
      metadata: 'reading EXIF',
      decode: 'decoding',
      fingerprint: 'fingerprint and sharpness',
      vision: 'bibs and faces',
      versions: 'versions',
      crops: 'crops',
      store: 'storing',
    },
    seen: (seen: Count) => counted(seen, 'file', 'files'),
    seenOf: (seen: string, total: Count, percent: string) =>
      `${seen} of ${counted(total, 'file', 'files')} (${percent})`,
    rate: (rate: string) => `${rate} photos/s`,
    timeLeft: (duration: string) => `about ${duration} left`,
    slowestStage: (stage: string, milliseconds: string) =>
      `Slowest: ${stage}, ${milliseconds} ms a photo`,
    lastProblem: (file: string, reason: string) => `Last problem: ${file}: ${reason}`,
    notices: {
      expired: (templates: Count) =>
        counted(
          templates,
          'face template reached its expiry and was deleted.',
          'face templates reached their expiry and were deleted.',
        ),
      deleted: ({
        mode,
        templates,
        faces,
      }: Record<'templates' | 'faces', number> & { mode: string }) =>
        `By --faces ${mode}, face data of this event was deleted (templates: ${templates}, faces: ${faces}), ` +
        'and with it the tags that rested on templates.',
      index: (days: Count) =>
        `Face templates are biometric data. For this event they are kept for ${counted(days, 'day', 'days')}, to find ` +
        'the photos of a runner whose bib is hidden, and then deleted. Use --faces detect or --faces off to keep none.',
    },
    problem: (file: string, reason: string) => `Failed: ${file}: ${reason}`,
    summary: {
      event: (slug: string) => `Event: ${slug}`,
      found: (files: Count, outcomes: string) =>
        `${counted(files, 'file', 'files')} found: ${outcomes}`,
      recognised: (tagged: Count, orphans: Count, faces: Count) =>
        [
          counted(tagged, 'photo tagged', 'photos tagged'),
          `${counted(orphans, 'orphan', 'orphans')} (people but no bib)`,
          counted(faces, 'face', 'faces'),
        ].join(', '),
      memory: (bytes: string) => `peak memory ${bytes}`,
    },
  },
};
