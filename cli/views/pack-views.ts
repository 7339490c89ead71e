import type { DiscountCode, ListedDiscountCode, ListedPack, PackTerms } from '../../core/index.js';
import type { Messages } from '../messages/messages.js';
import type { Format } from '../terminal/format.js';
import type { Column } from '../terminal/table.js';

/** As much of an id as tells packs apart; a command takes any length. */
const SHORT_ID = 8;
const CURRENCY = 'EUR';

export function packColumns({ packs: words }: Messages, format: Format): Column<ListedPack>[] {
  const { columns } = words;
  return [
    { title: columns.id, cell: ({ id }) => id.slice(0, SHORT_ID) },
    { title: columns.content, cell: (pack) => packContent(pack, words, format) },
    { title: columns.size, cell: ({ size }) => words.sizes[size] },
    { title: columns.price, align: 'right', cell: ({ price }) => format.money(price, CURRENCY) },
    {
      title: columns.from,
      cell: ({ availableFrom, timeZone }) => dayOf(availableFrom, timeZone),
    },
    {
      title: columns.until,
      cell: ({ availableUntil, timeZone }) => lastDayOf(availableUntil, timeZone),
    },
    { title: columns.limits, cell: ({ limits }) => limitsText(limits, words) },
    { title: columns.onSale, cell: ({ onSale }) => (onSale ? words.onSale : words.notOnSale) },
  ];
}

export function codeColumns(
  { packs: words }: Messages,
  format: Format,
): Column<ListedDiscountCode>[] {
  const { columns } = words;
  return [
    { title: columns.code, cell: ({ code }) => code },
    { title: columns.takesOff, align: 'right', cell: (code) => termsOf(code, format) },
    {
      title: columns.uses,
      align: 'right',
      cell: ({ uses, usesLimit }) =>
        usesLimit === undefined
          ? format.count(uses)
          : words.usesOf(format.count(uses), format.count(usesLimit)),
    },
    { title: columns.limits, cell: ({ limits }) => limitsText(limits, words) },
    { title: columns.until, cell: ({ expiresAt, timeZone }) => lastDayOf(expiresAt, timeZone) },
  ];
}

/** "1 a person, 100 a day"; empty where there are none. */
function limitsText(limits: ListedPack['limits'], words: Messages['packs']): string {
  const { perPerson, perBib, perDay } = limits ?? {};
  return [
    ...(perPerson === undefined ? [] : [words.limits.perPerson(perPerson)]),
    ...(perBib === undefined ? [] : [words.limits.perBib(perBib)]),
    ...(perDay === undefined ? [] : [words.limits.perDay(perDay)]),
  ].join(', ');
}

/** "5 photos (original)" and what it costs. */
export function namePack(
  pack: PackTerms,
  { packs: words }: Messages,
  format: Format,
): readonly [name: string, price: string] {
  const name = `${packContent(pack, words, format)} (${words.sizes[pack.size]})`;
  return [name, format.money(pack.price, CURRENCY)];
}

/** "10%" or "€5.00". */
export function termsOf({ terms }: Pick<DiscountCode, 'terms'>, format: Format): string {
  return terms.kind === 'percentage'
    ? format.percent(terms.percent, 100)
    : format.money(terms.amount, CURRENCY);
}

function packContent(
  { kind, quantity, sponsorship }: Pick<PackTerms, 'kind' | 'quantity' | 'sponsorship'>,
  words: Messages['packs'],
  format: Format,
): string {
  if (kind === 'all-of-mine') return words.allOfMine;
  if (kind === 'sponsored') return words.sponsored(sponsorship?.sponsor ?? '');
  return words.photos(format.amount(quantity ?? 0));
}

function lastDayOf(until: Date | undefined, timeZone: string): string {
  // Until is the first moment when it is over.
  return dayOf(until && new Date(until.getTime() - 1), timeZone);
}

/** `YYYY-MM-DD`, as it was given; empty where there is none. */
function dayOf(instant: Date | undefined, timeZone: string): string {
  // Swedish writes dates so.
  return instant === undefined
    ? ''
    : new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(instant);
}
