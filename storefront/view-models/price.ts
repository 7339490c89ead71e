import type { PriceHint, ShownCart, SoldLine } from '../../core/index.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import { formatMoney, formatRate } from './money.js';

export interface PriceOptions {
  readonly cart: Extract<ShownCart, { kind: 'priced' }>;
  readonly words: Words;
  readonly language: Language;
}

export interface PriceLine {
  readonly label: string;
  readonly note: string;
  readonly amount: string;
}

/** What a cart costs, line by line. */
export interface PriceModel {
  readonly lines: readonly PriceLine[];
  readonly subtotal: string;
  readonly discount: { readonly label: string; readonly amount: string } | undefined;
  readonly serviceFee: string | undefined;
  readonly total: string;
  /** Undefined where nothing is paid. */
  readonly vat: string | undefined;
  /** For the hidden field that says which price was shown. */
  readonly totalCents: number;
  readonly isFree: boolean;
}

export function priceModel(options: PriceOptions): PriceModel {
  const { words, language } = options;
  const { quote, code, vat } = options.cart;
  const money = (cents: number): string => formatMoney(cents, quote.currency, language);
  return {
    lines: priceLines(options.cart.lines, quote.currency, words, language),
    subtotal: money(quote.subtotal),
    discount:
      quote.discount === 0
        ? undefined
        : {
            label: words.cart.discount(code.kind === 'accepted' ? code.discount.code : ''),
            amount: money(0 - quote.discount),
          },
    serviceFee: quote.serviceFee === 0 ? undefined : money(quote.serviceFee),
    total: money(quote.total),
    vat: quote.total === 0 ? undefined : vatLine(vat, quote.currency, words, language),
    totalCents: quote.total,
    isFree: quote.total === 0,
  };
}

/** "Includes €4.17 VAT (20%)."; rate in percent, amount in cents. */
export function vatLine(
  { rate, amount }: { readonly rate: number; readonly amount: number },
  currency: string,
  words: Words,
  language: Language,
): string {
  return rate === 0
    ? words.cart.vatNone
    : words.cart.vatIncluded(formatRate(rate, language), formatMoney(amount, currency, language));
}

/** Packs of the same kind stand in one line: "2 × Pack of 5 photos". */
export function priceLines(
  sold: readonly SoldLine[],
  currency: string,
  words: Words,
  language: Language,
): PriceLine[] {
  const groups = new Map<string, { photos: number; price: number; times: number }>();
  for (const line of sold) {
    const label = `${lineName(line, words)} · ${words.cart.lineSizes[line.size]}`;
    const group = groups.get(label) ?? { photos: 0, price: 0, times: 0 };
    groups.set(label, {
      photos: group.photos + line.photoIds.length,
      price: group.price + line.price,
      times: group.times + 1,
    });
  }
  return [...groups].map(([label, { photos, price, times }]) => ({
    label: times === 1 ? label : `${times} × ${label}`,
    note: words.cart.usedFor(photos),
    amount: formatMoney(price, currency, language),
  }));
}

/** Why the price is not lower: packs that this buyer has had, or that are gone for today. */
export function withheldModel({ cart, words }: Pick<PriceOptions, 'cart' | 'words'>): string[] {
  return cart.quote.withheld.map(({ pack, limit }) =>
    words.cart.withheld[limit](lineName({ ...pack, bib: undefined }, words)),
  );
}

/** "Pack of 5 photos". */
export function lineName(line: Pick<SoldLine, 'kind' | 'quantity' | 'bib'>, words: Words): string {
  if (line.kind === 'photos') return words.cart.lines.photos(line.quantity ?? 1);
  return line.kind === 'sponsored'
    ? words.cart.lines.sponsored
    : words.cart.lines['all-of-mine'](line.bib ?? '');
}

/** The hint in words, and the bib whose photos a button may add all at once. */
export function hintModel(
  hint: PriceHint,
  { cart, words, language }: PriceOptions,
): { readonly text: string; readonly addAllOf: string | undefined } {
  const money = (cents: number): string => formatMoney(cents, cart.quote.currency, language);
  const { hints } = words.cart;
  if (hint.kind === 'free') return { text: hints.free(hint.more), addAllOf: undefined };
  if (hint.kind === 'all-of-mine') {
    const text =
      hint.extra > 0
        ? hints.allOfMine(hint.photos, hint.bib, money(hint.extra))
        : hints.allOfMineCheaper(hint.photos, hint.bib, money(hint.total));
    return { text, addAllOf: hint.bib };
  }
  const text =
    hint.extra > 0
      ? hints.pack(hint.more, hint.quantity, money(hint.extra), money(hint.totalWithout))
      : hints.cheaper(hint.more, hint.quantity, money(hint.total));
  return { text, addAllOf: undefined };
}
