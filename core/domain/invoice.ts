import { cents, negated, type Cents, type Currency } from './money.js';
import type { Order, SoldLine } from './order.js';
import { splitVat } from './pricing/vat.js';

/** Who sells, as printed on invoices. */
export interface SellerIdentity {
  readonly name: string;
  readonly address: string | undefined;
  /** Number in the register of companies, such as SIRET 123 456 789 00012. */
  readonly registration: string | undefined;
  readonly vatNumber: string | undefined;
}

/** A line of the document. Amounts include VAT; those that take off are negative. */
export type InvoiceLine =
  | {
      readonly kind: 'pack';
      readonly pack: Pick<SoldLine, 'kind' | 'quantity' | 'size' | 'bib'>;
      /** How many of this pack. */
      readonly count: number;
      /** Photos that they gave together. */
      readonly photos: number;
      readonly unitPrice: Cents;
      readonly amount: Cents;
    }
  | { readonly kind: 'discount'; readonly code: string | undefined; readonly amount: Cents }
  | { readonly kind: 'service-fee'; readonly amount: Cents }
  /** Of a credit note: money given back. */
  | { readonly kind: 'refund'; readonly amount: Cents };

export interface VatLine {
  /** Percent. */
  readonly rate: number;
  readonly net: Cents;
  readonly vat: Cents;
  readonly gross: Cents;
}

/** Sentences that the law asks for. */
export type InvoiceMention =
  /** Article 293 B of the French tax code: the seller charges no VAT. */
  | 'vat-not-charged'
  /** Article L221-28, 13° of the French consumer code: the waiver, for digital content. */
  | 'withdrawal-waived'
  | 'paid-online';

/** An invoice or a credit note as it was issued: data, so that any language can be printed from it. */
export interface InvoiceDocument {
  readonly kind: 'invoice' | 'credit-note';
  readonly number: string;
  /** ISO 8601, UTC. */
  readonly issuedAt: string;
  readonly seller: SellerIdentity;
  readonly buyer: { readonly email: string };
  readonly order: {
    readonly number: string;
    readonly placedAt: string;
    readonly eventName: string;
  };
  /** Of a credit note: the invoice that it corrects. */
  readonly corrects: string | undefined;
  readonly currency: Currency;
  readonly lines: readonly InvoiceLine[];
  /** Sum of the lines. */
  readonly total: Cents;
  readonly vat: readonly VatLine[];
  readonly waiver: { readonly version: string; readonly acceptedAt: string };
  readonly mentions: readonly InvoiceMention[];
}

interface Issue {
  readonly number: string;
  readonly issuedAt: Date;
  readonly seller: SellerIdentity;
}

export function invoiceOf(order: Order, issue: Issue): InvoiceDocument {
  const lines: InvoiceLine[] = packLines(order.lines);
  if (order.discount > 0)
    lines.push({ kind: 'discount', code: order.discountCode, amount: negated(order.discount) });
  if (order.serviceFee > 0) lines.push({ kind: 'service-fee', amount: order.serviceFee });
  return {
    ...documentOf(order, issue),
    kind: 'invoice',
    corrects: undefined,
    lines,
    total: order.total,
    vat: [vatLine(order.total, order.vatRate)],
  };
}

/**
 * Amounts negative. Its VAT is what the order's VAT shrinks by, so that the invoice and all its
 * credit notes together come out even, however the refunds were cut.
 *
 * @param creditedBefore what earlier credit notes gave back, positive
 */
export function creditNoteOf(
  order: Order,
  refund: {
    readonly amount: Cents;
    readonly creditedBefore: Cents;
    /** The number of the order's invoice. */
    readonly corrects: string;
  },
  issue: Issue,
): InvoiceDocument {
  const { amount, creditedBefore, corrects } = refund;
  const before = vatLine(cents(order.total - creditedBefore), order.vatRate);
  const after = vatLine(cents(order.total - creditedBefore - amount), order.vatRate);
  const vat = cents(after.vat - before.vat);
  const total = negated(amount);
  return {
    ...documentOf(order, issue),
    kind: 'credit-note',
    corrects,
    lines: [{ kind: 'refund', amount: total }],
    total,
    vat: [{ rate: order.vatRate, net: cents(total - vat), vat, gross: total }],
  };
}

function documentOf(order: Order, { number, issuedAt, seller }: Issue) {
  const vatMention: InvoiceMention[] = order.vatRate === 0 ? ['vat-not-charged'] : [];
  return {
    number,
    issuedAt: issuedAt.toISOString(),
    seller,
    buyer: { email: order.email },
    order: {
      number: order.number,
      placedAt: order.placedAt.toISOString(),
      eventName: order.eventName,
    },
    currency: order.currency,
    waiver: {
      version: order.waiver.version,
      acceptedAt: order.waiver.acceptedAt.toISOString(),
    },
    mentions: ['paid-online', 'withdrawal-waived', ...vatMention] as const,
  };
}

/** Packs sold several times at the same price are one line. */
function packLines(lines: readonly SoldLine[]): InvoiceLine[] {
  const grouped = new Map<string, SoldLine[]>();
  for (const line of lines) {
    const key = `${line.packId} ${line.price} ${line.bib ?? ''}`;
    const group = grouped.get(key);
    if (group === undefined) grouped.set(key, [line]);
    else group.push(line);
  }
  return [...grouped.values()].flatMap((group): InvoiceLine[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { kind, quantity, size, bib, price } = first;
    return [
      {
        kind: 'pack',
        pack: { kind, quantity, size, bib },
        count: group.length,
        photos: group.reduce((sum, { photoIds }) => sum + photoIds.length, 0),
        unitPrice: price,
        amount: cents(price * group.length),
      },
    ];
  });
}

function vatLine(gross: Cents, rate: number): VatLine {
  const { net, vat } = splitVat(gross, rate);
  return { rate, net, vat, gross };
}
