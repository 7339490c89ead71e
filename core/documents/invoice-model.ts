import type { InvoiceDocument, InvoiceLine } from '../domain/invoice.js';
import type { Cents } from '../domain/money.js';
import { INVOICE_WORDS, type InvoiceWords } from './invoice-words.js';

/** An invoice as text, ready to be laid out. */
export interface InvoiceModel {
  readonly title: string;
  readonly subtitle: readonly string[];
  readonly seller: { readonly title: string; readonly lines: readonly string[] };
  readonly buyer: { readonly title: string; readonly lines: readonly string[] };
  readonly header: InvoiceCells;
  readonly lines: readonly InvoiceCells[];
  /** Label and amount; the last one is what counts. */
  readonly totals: readonly (readonly [label: string, amount: string])[];
  readonly footer: readonly string[];
}

/** Description, count, unit price, amount. */
export type InvoiceCells = readonly [string, string, string, string];

/** Dates are those of UTC, by which the numbers run. */
export function invoiceModel(document: InvoiceDocument, language: 'en' | 'fr'): InvoiceModel {
  const words = INVOICE_WORDS[language];
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const date = (iso: string) => dates.format(new Date(iso));
  const currency = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: document.currency,
  });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const money = (amount: Cents) => currency.format(amount / 100);
  const { seller, order, waiver } = document;
  return {
    title: words.title[document.kind],
    subtitle: [
      words.numberAndDate(document.number, date(document.issuedAt)),
      ...(document.corrects === undefined
        ? []
        : [words.corrects[document.kind](document.corrects)]),
      words.order(order.number, date(order.placedAt)),
      order.eventName,
    ],
    seller: {
      title: words.seller,
      lines: [
        seller.name ?? words.unnamedSeller,
        ...(seller.address?.split(/\s*(?:\n|,)\s*/) ?? []),
        ...(seller.registration === undefined ? [] : [seller.registration]),
        ...(seller.vatNumber === undefined ? [] : [words.vatNumber(seller.vatNumber)]),
      ],
    },
    buyer: { title: words.buyer, lines: buyerLines(document.buyer) },
    header: [words.description, words.count, words.unitPrice, words.amount],
    lines: document.lines.map((line) => cellsOf(line, document, words, money)),
    totals: [
      ...document.vat.flatMap(({ rate, net, vat }): (readonly [string, string])[] =>
        rate === 0
          ? []
          : [
              [words.net, money(net)],
              [words.vat(percent.format(rate / 100)), money(vat)],
            ],
      ),
      [words.total[document.kind], money(document.total)],
    ],
    footer: [
      ...document.mentions.map((mention) => words.mentions[mention]),
      words.waiver(date(waiver.acceptedAt), waiver.version),
    ],
  };
}

function buyerLines({ name, company, address, email }: InvoiceDocument['buyer']): string[] {
  return [company, name, ...(address?.split('\n') ?? []), email].filter(
    (line) => line !== undefined,
  );
}

function cellsOf(
  line: InvoiceLine,
  { order }: InvoiceDocument,
  words: InvoiceWords,
  money: (amount: Cents) => string,
): InvoiceCells {
  switch (line.kind) {
    case 'pack':
      return [packName(line, words), String(line.count), money(line.unitPrice), money(line.amount)];
    case 'discount':
      return [words.discount(line.code), '', '', money(line.amount)];
    case 'service-fee':
      return [words.serviceFee, '1', money(line.amount), money(line.amount)];
    case 'refund':
    case 'refund-failed':
    case 'dispute-lost':
    case 'dispute-won':
      return [words.corrections[line.kind](order.number), '', '', money(line.amount)];
  }
}

function packName({ pack }: Extract<InvoiceLine, { kind: 'pack' }>, words: InvoiceWords): string {
  const { kind, quantity, bib, size } = pack;
  if (kind === 'sponsored') return words.sponsored(size);
  if (kind === 'all-of-mine') return words.allOfMine(bib ?? '', size);
  return words.photos(quantity ?? 1, size);
}
