/** What `--help` says. Examples are pairs: the command after `focusracer`, and what it is for. */
export const help = {
  usage: 'Usage:',
  arguments: 'Arguments:',
  options: 'Options:',
  globalOptions: 'Options of every command:',
  commands: 'Commands:',
  examples: 'Examples:',
  defaultValue: 'default:',
  choices: 'one of:',
  program: {
    summary:
      'Turns a folder of race photos into a gallery in which every runner finds their pictures.',
    help: 'show help',
    helpCommand: 'show help for a command',
    version: 'show the version',
    json: 'write JSON for programs instead of text for people',
    language: 'language of texts',
    debug: 'show the stack of an unexpected error',
    examples: [
      ['ingest ./race --start-list runners.csv', 'a folder of photos, with its start list'],
      ['search --bib 1234', "one runner's photos"],
      ['help ingest', 'all about one command'],
    ],
    moreHelp:
      'Exit codes: 0 done, 1 a bug, 2 wrong usage or input, 3 not found, 4 conflict, 5 forbidden,\n6 something does not answer, 78 wrong settings, 130 interrupted.',
  },
  ingest: {
    summary:
      'take a folder of photos into an event: read bibs, find faces, set duplicates and blur aside',
    folder: 'the folder with the photos, searched with all its sub-folders',
    event: 'the event to add to (default: that of this folder, else a new one)',
    name: 'name of a new event',
    date: 'day of the event, YYYY-MM-DD',
    place: 'where it takes place',
    sport: 'sport, such as running or trail',
    timeZone: 'time zone, such as Europe/Paris',
    bibPattern: 'regular expression for a whole bib, such as "[A-Z]\\d{3}"',
    startList: 'import this start list first (CSV or Excel)',
    map: 'a start list column by its header, such as bib=Dossard; may be repeated',
    engine: 'what reads bibs and finds faces',
    workers: 'photos worked on at the same time (default: one per core)',
    faces: 'what is kept of faces: nothing, boxes and crops, or templates to link photos as well',
    dryRun: 'say what would be done, and write nothing',
    nearDuplicates: 'keep near duplicates',
    blurThreshold: 'sharpness below which a photo is set aside as blurry',
    retouch: 'improve levels, colours and sharpness of the web versions',
    spot: 'where on the course these photos were taken, such as "Finish line": visitors filter by it',
    reference: 'leave the originals where they are, and only record their paths',
    examples: [
      ['ingest ./race', 'a new event named after the folder'],
      ['ingest ./card2 --event summer-10k', 'more photos of the same event'],
      ['ingest ./race --start-list runners.csv --map bib=Dossard', 'with its start list'],
      ['ingest ./race --json > run.ndjson', 'one JSON line per file, then a summary'],
    ],
  },
  status: {
    summary: 'show where an event stands, or all events',
    examples: [['status summer-10k', 'photos, tags, orphans and faces of one event']],
  },
  photos: {
    summary: 'list the photos of an event',
    status: 'only photos with this status',
    bib: 'only photos tagged with this bib',
    tagged: 'only photos with a tag, without one, or orphans: kept, with people, without a tag',
    examples: [
      ['photos --tagged orphan', 'photos that still need a bib'],
      ['photos --status blurry', 'what was set aside, and why'],
      ['photos --bib 1234 --json', 'for a script'],
    ],
  },
  search: {
    summary: 'find the photos of one runner by bib, name or face',
    bib: 'bib, as printed',
    name: 'beginnings of first or last name, with or without accents',
    face: 'a picture of the runner; it is not stored',
    examples: [
      ['search --bib 1234', 'by bib'],
      ['search --name "le goff"', 'by name, from the start list'],
      ['search --face selfie.jpg', 'by face'],
    ],
  },
  limit: 'at most this many',
  eventChoice: 'slug or name of the event (default: the only one there is)',
  eventFilter: 'slug or name of the event (default: all events)',
  photoArgument: 'a photo: its file name, its path in the folder, or its id',
  bibArgument: 'bib, as printed',
  tag: {
    summary: 'say that a bib is in a photo',
    examples: [['tag DSC_0042.jpg 1234', '']],
  },
  untag: {
    summary: 'say that a bib is not in a photo; no rule will tag it again',
    examples: [['untag DSC_0042.jpg 1234', '']],
  },
  restore: {
    summary: 'keep a photo that was set aside as blurry or near duplicate',
    examples: [['restore DSC_0042.jpg', '']],
  },
  event: {
    summary: 'create, list, show, edit, publish, archive and delete events',
    slug: 'slug or name of the event',
    create: {
      summary: 'create an event',
      name: 'its name',
      examples: [['event create "Foulées d\'Été" --date 2026-06-21 --place Nantes', '']],
    },
    edit: {
      summary: 'change what an event is called, its date, place, sport, time zone or cover',
      name: 'its name; links to it stay as they are',
      cover:
        'the photo that stands for it: a file, a path or an id; "auto" for the best; alone, it lists the five best',
      examples: [
        ['event edit summer-10k --date 2026-06-21 --place Nantes', ''],
        ['event edit summer-10k --time-zone Europe/Paris', 'times of photos follow'],
        ['event edit summer-10k --cover', 'the five photos that make the best covers'],
        ['event edit summer-10k --cover DSC_0042.jpg', ''],
      ],
    },
    list: { summary: 'list the events', examples: [['event list', '']] },
    show: { summary: 'show one event', examples: [['event show summer-10k', '']] },
    archive: {
      summary: 'archive an event: it stays, out of sight of the public',
      examples: [['event archive summer-10k', '']],
    },
    delete: {
      summary: 'delete an event with its photos, tags, faces and start list',
      yes: 'do not ask',
      examples: [['event delete summer-10k --yes', 'in a script']],
    },
  },
  publish: {
    summary: 'show an event to everybody, or to nobody again',
    event: 'slug or name of the event',
    unpublish: 'take it out of sight; what was sold stays with its buyers',
    seller: 'whose photos these are, as buyers read it',
    sellerEmail: 'where to write about sales, withdrawals and take-downs',
    downloads:
      'how long the links of orders placed from now on download: 72h (default), 30d, for-good',
    takeDown:
      'when a photo is hidden that a visitor takes down: once a mailed link confirms it, or at once (confirmed unless said)',
    photographer: 'who used a camera, as KEY=NAME; may be repeated (this command lists the keys)',
    selfieBasis:
      'legal basis of letting visitors search by face, such as "explicit consent"; again for the other language, as fr=TEXT',
    selfieNotice:
      'what visitors read and agree to before that; again for the other language, as fr=TEXT',
    selfieUntil: 'last day of it, YYYY-MM-DD',
    selfieLanguage: 'language of the texts that do not say theirs (default: that of this command)',
    noSelfie: 'let nobody search by face (so it is unless allowed)',
    examples: [
      ['publish --event summer-10k --seller "Ana Silva"', 'on sale from now on'],
      ['publish --event summer-10k --unpublish', 'out of sight'],
    ],
  },
  startList: {
    summary: 'import, show and compare start lists',
    file: 'CSV or Excel file',
    race: 'the race that the file is the list of; other races stay as they are',
    sheet: 'the sheet of a workbook that has several',
    import: {
      summary: 'import a start list; importing again changes what is different',
      replace: 'import even if almost everybody in a race goes',
      rejects: 'write the lines that were refused to this file (default: beside the start list)',
      examples: [
        ['startlist import runners.csv', ''],
        ['startlist import runners.csv --map bib=Dossard --dry-run', 'look first'],
      ],
    },
    show: {
      summary: 'list the entries of an event',
      bib: 'only this bib',
      name: 'only entries with this name',
      race: 'only entries of this race',
      examples: [['startlist show', '']],
    },
    diff: {
      summary: 'show what importing a file would change',
      examples: [['startlist diff runners.csv', '']],
    },
  },
  export: {
    summary:
      'write tags as CSV or JSON, or as keywords into sidecars (xmp) or copies of the photos (iptc)',
    format: 'what is written',
    output: 'file to write CSV or JSON to (default: standard output)',
    to: 'folder for sidecars (default: beside the photos) or for copies of the photos',
    bib: 'only photos with this bib',
    keywords: 'only this kind of keyword (default: both)',
    kept: 'only kept photos',
    examples: [
      ['export --format csv --output tags.csv', 'a line per photo and bib'],
      ['export --format xmp', 'keywords merged into sidecars beside the originals'],
      ['export --format iptc --to ./delivery', 'copies of the photos with their keywords'],
    ],
  },
  serve: {
    summary: 'open the storefront, until it is stopped; beside a running ingest too',
    port: 'port to listen on; 0 takes a free one (default: the setting port)',
    host: 'address to listen on; 0.0.0.0 is every one (default: the setting host)',
    examples: [
      ['serve', 'for this machine alone, at http://127.0.0.1:4780'],
      ['serve --host 0.0.0.0 --port 8080', 'for everybody who reaches this machine'],
      ['serve > access.log', 'with a line of JSON for every request'],
    ],
  },
  config: {
    summary: 'show and change settings',
    key: 'name of the setting',
    value: 'its new value',
    list: {
      summary: 'list the settings, their values and where they come from',
      examples: [['config list', '']],
    },
    get: { summary: 'show one setting', examples: [['config get workers', '']] },
    set: { summary: 'change a setting', examples: [['config set language fr', '']] },
    unset: {
      summary: 'forget a setting: its default holds again',
      examples: [['config unset workers', '']],
    },
  },
  doctor: {
    summary: 'check the installation and say how to mend it',
    examples: [['doctor', '']],
  },
  bench: {
    summary: 'measure accuracy and speed',
    accuracy: {
      summary: 'precision and recall of bibs on a folder with truth.csv',
      folder: 'folder with truth.csv, or with sub-folders that have one',
      examples: [['bench accuracy ./labelled --json', '']],
    },
    speed: {
      summary:
        'photos a second, cost per stage and memory, against the floor of one decode and one JPEG',
      folder: 'folder with photos',
      examples: [['bench speed ./photos', '']],
    },
    faces: {
      summary: 'wrong links and recall of face matching on a folder of labelled faces',
      folder: 'folder with faces and pairs.csv',
      examples: [['bench faces ./faces', '']],
    },
    dearest: {
      summary:
        'answer times of others while one visitor asks for the dearest pages as fast as may be',
      photos: 'photos of the event',
      entries: 'entries of its start list',
      connections: 'connections of that visitor',
      rate: 'requests a second of all others',
      seconds: 'how long each page is asked for',
      examples: [['bench dearest --seconds 5', '']],
    },
    storefront: {
      summary: 'answer times of a storefront with one large event, under a steady load',
      photos: 'photos of the event',
      entries: 'entries of its start list',
      clients: 'visitors who each ask for a page a second',
      rate: 'requests a second of the mixed traffic',
      seconds: 'how long that traffic lasts',
      selfie: 'a picture of one face, to measure the search by selfie as well',
      examples: [
        ['bench storefront --photos 10000 --seconds 10', ''],
        ['bench storefront --selfie ./me.jpg', ''],
      ],
    },
    crowd: {
      summary: 'phones and scrapers behind one address: who is refused, and how soon pages come',
      phones: 'visitors who search, look at photos and pay, or leaf through the gallery',
      seconds: 'how long it lasts',
      photos: 'photos of the event',
      entries: 'entries of its start list',
      examples: [
        ['bench crowd', '2,000 phones in five minutes'],
        ['bench crowd --phones 200 --seconds 120', ''],
      ],
    },
  },
  completion: {
    summary: 'print a completion script for a shell',
    shell: 'the shell',
    examples: [
      ['completion bash > ~/.local/share/bash-completion/completions/focusracer', 'bash'],
      ['completion zsh > "${fpath[1]}/_focusracer"', 'zsh'],
      ['completion fish > ~/.config/fish/completions/focusracer.fish', 'fish'],
    ],
  },
};
