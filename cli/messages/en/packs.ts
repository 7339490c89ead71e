import { counted, type Count } from '../count.js';

/** What `packs` says of what an event offers. */
export const packs = {
  columns: {
    id: 'Pack',
    content: 'Holds',
    size: 'Size',
    price: 'Price',
    from: 'First day',
    until: 'Last day',
    onSale: 'On sale',
    code: 'Code',
    takesOff: 'Takes off',
    uses: 'Uses',
    limits: 'At most',
  },
  photos: (photos: Count) => counted(photos, 'photo', 'photos'),
  allOfMine: "all photos with one's bib",
  sponsored: (sponsor: string) => `one photo in the frame of ${sponsor}`,
  sizes: { web: 'web', hd: 'original' },
  limits: {
    perPerson: (uses: number) => `${uses} a person`,
    perBib: (uses: number) => `${uses} a bib`,
    perDay: (uses: number) => `${uses} a day`,
  },
  onSale: 'yes',
  notOnSale: 'no',
  usesOf: (uses: string, limit: string) => `${uses} of ${limit}`,
  none: 'No packs: nothing is sold. focusracer packs suggest adds the usual ones.',
  noCodes: 'No discount codes.',
  added: (pack: string, price: string) => `On offer: ${pack}, ${price}`,
  wouldAdd: (pack: string, price: string) => `Would offer: ${pack}, ${price}`,
  removed: (pack: string, price: string) =>
    `No longer on offer: ${pack}, ${price}. Orders that have it keep it.`,
  wouldRemove: (pack: string, price: string) => `Would no longer offer: ${pack}, ${price}`,
  codeAdded: (code: string, terms: string) => `Code ${code} takes off ${terms}.`,
  codeWouldBeAdded: (code: string, terms: string) => `Code ${code} would take off ${terms}.`,
  codeRemoved: (code: string) => `Nobody can use ${code} any more. Orders that did keep it.`,
  codeWouldBeRemoved: (code: string) => `Nobody could use ${code} any more.`,
  help: {
    summary: 'say what an event offers: packs of photos and discount codes',
    dryRun: 'say what would be done, and write nothing',
    limits: {
      perPerson:
        'how often one person may use it, or "any"; a sponsored photo and a code with a limit: 1',
      perBib: 'how often it may be used for one bib, or "any" (a sponsored photo: 1)',
      perDay: 'how often it may be used on one day by all, or "any"',
    },
    pack: 'the id of the pack, or how it begins',
    list: { summary: 'list the packs of an event', examples: [['packs list', '']] },
    add: {
      summary: 'offer a pack; the cheapest packs for a cart are found by themselves',
      content: 'a number of photos, all-of-mine or sponsored',
      price: 'price with VAT, such as 25 or 25.00',
      size: 'what is delivered: originals (hd, the default) or web versions',
      sponsor: 'who offers a sponsored photo',
      frame: 'the frame of a sponsored photo: a PNG with a transparent window',
      from: 'first day of it, YYYY-MM-DD',
      until: 'last day of it, YYYY-MM-DD',
      examples: [
        ['packs add 5 --price 25', 'any five photos'],
        ['packs add all-of-mine --price 35', 'every photo of one runner'],
        ['packs add all-of-mine --price 25 --until 2026-06-20', 'for early birds'],
        [
          'packs add sponsored --price 0 --sponsor "City Sports" --frame frame.png',
          "one free photo in the sponsor's frame",
        ],
      ],
    },
    remove: {
      summary: 'no longer offer a pack',
      examples: [['packs remove 3f2a', '']],
    },
    suggest: {
      summary: 'offer the usual packs, where an event has none',
      examples: [['packs suggest --dry-run', 'look first']],
    },
    codes: {
      summary: 'list, add and remove discount codes',
      code: 'the code, as buyers type it; case does not matter',
      list: { summary: 'list the discount codes', examples: [['packs codes list', '']] },
      add: {
        summary: 'add a discount code',
        percent: 'percentage off, from 1 to 100',
        amount: 'amount off, such as 5.00',
        limit: 'how many orders may use it (default: any number)',
        until: 'last day of it, YYYY-MM-DD',
        examples: [
          ['packs codes add EARLY10 --percent 10 --until 2026-06-20', ''],
          ['packs codes add CLUB --amount 5 --limit 100', ''],
        ],
      },
      remove: {
        summary: 'remove a discount code',
        examples: [['packs codes remove EARLY10', '']],
      },
    },
  },
};
