import type { CorrectionReason, DueDocument } from './documents-due.js';
import { cents, negated, sumOf, type Cents, type Currency } from './money.js';
import type { BuyerDetails, Order, SoldLine } from './order.js';
import { splitVat } from './pricing/vat.js';

type Correction = Extract<DueDocument, { kind: 'correction' }>;

/** Who sells, as printed on invoices. */
export interface SellerIdentity {
  /** Undefined only in a shop that takes no real money: nobody sells who has no name. */
  readonly name: string | undefined;
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
  | { readonly kind: CorrectionReason; readonly amount: Cents };

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
  /** Documents of releases before this one have the address alone. */
  readonly buyer: { readonly email: string } & Partial<BuyerDetails>;
  readonly order: {
    readonly number: string;
    readonly placedAt: string;
    readonly eventName: string;
  };
  /** The number of the invoice that a credit note corrects, or of the credit note that an invoice cancels. */
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
 * A credit note for money given back, an invoice for money that came back. Its VAT is what the VAT of
 * the order changes by, so that all documents of an order together come out even, however the
 * refunds were cut.
 *
 * @param issued the documents of the order so far, its first invoice among them
 * @param corrects the number of that which it corrects
 */
export function correctionOf(
  order: Order,
  {
    reason,
    amount,
    corrects,
  }: Pick<Correction, 'reason' | 'amount'> & { readonly corrects: string },
  issued: readonly InvoiceDocument[],
  issue: Issue,
): InvoiceDocument {
  const before = sumOf(issued.map(({ total }) => total));
  const vatBefore = sumOf(issued.flatMap(({ vat }) => vat.map((line) => line.vat)));
  const left = cents(Math.max(0, before + amount));
  const vat = cents(splitVat(left, order.vatRate).vat - vatBefore);
  return {
    ...documentOf(order, issue),
    kind: amount < 0 ? 'credit-note' : 'invoice',
    corrects,
    lines: [{ kind: reason, amount }],
    total: amount,
    vat: [{ rate: order.vatRate, net: cents(amount - vat), vat, gross: amount }],
  };
}

function documentOf(order: Order, { number, issuedAt, seller }: Issue) {
  const vatMention: InvoiceMention[] = order.vatRate === 0 ? ['vat-not-charged'] : [];
  return {
    number,
    issuedAt: issuedAt.toISOString(),
    seller,
    buyer: { email: order.email, ...order.buyer },
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
