import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { printInvoice } from '../../core/documents/print-invoice.js';
import type { Bib, EventId, PhotoId } from '../../core/domain/ids.js';
import { correctionOf, invoiceOf } from '../../core/domain/invoice.js';
import { cents } from '../../core/domain/money.js';
import type { Order, OrderId, SoldLine } from '../../core/domain/order.js';
import type { PackId } from '../../core/domain/pack.js';

const line: SoldLine = {
  packId: 'pack' as PackId,
  kind: 'photos',
  quantity: 5,
  size: 'hd',
  bib: undefined,
  price: cents(2500),
  photoIds: ['a' as PhotoId, 'b' as PhotoId],
};
const order: Order = {
  id: 'order' as OrderId,
  number: 'FR-2026-000123',
  eventId: 'event' as EventId,
  eventSlug: 'foulees',
  eventName: 'Foulées de Łódź',
  timeZone: 'Europe/Paris',
  state: 'paid',
  problems: [],
  voucher: undefined,
  email: 'runner@example.org',
  buyer: { name: undefined, company: undefined, address: undefined },
  downloadHours: 72,
  language: 'fr',
  currency: 'EUR',
  items: [],
  lines: [line, { ...line, packId: 'all' as PackId, kind: 'all-of-mine', bib: '007' as Bib }, line],
  subtotal: cents(7500),
  discount: cents(1000),
  discountCode: 'CLUB10',
  serviceFee: cents(100),
  total: cents(6600),
  refunded: cents(0),
  vatRate: 20,
  waiver: { version: '2026-11', acceptedAt: new Date('2026-05-17T09:59:00Z') },
  placedAt: new Date('2026-05-17T10:00:00Z'),
  paidAt: new Date('2026-05-17T10:01:00Z'),
};
const issue = {
  number: 'INV-2026-000042',
  issuedAt: new Date('2026-05-17T10:01:00Z'),
  seller: {
    name: 'Photos Léa SARL',
    address: '1 rue de la Paix, 44000 Nantes',
    registration: 'SIRET 123 456 789 00012',
    vatNumber: 'FR00123456789',
  },
};

/** The text of a PDF, page by page, with every kind of space as one. */
async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
  return text.map((page) => page.replace(/\s+/gu, ' '));
}

describe('an invoice', () => {
  it('adds up to the order, with equal packs on one line and the VAT within', () => {
    const invoice = invoiceOf(order, issue);
    expect(invoice.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['pack', 5000],
      ['pack', 2500],
      ['discount', -1000],
      ['service-fee', 100],
    ]);
    expect(invoice.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(order.total);
    expect(invoice.vat).toEqual([{ rate: 20, net: 5500, vat: 1100, gross: 6600 }]);
  });

  it('is cancelled by its credit notes to the cent, however the refunds are cut', () => {
    const issued = [invoiceOf(order, issue)];
    for (const amount of [-1, -999, -3333, -2267].map(cents)) {
      const correction = { reason: 'refund' as const, amount, corrects: issue.number };
      const note = correctionOf(order, correction, issued, issue);
      expect(note).toMatchObject({ kind: 'credit-note', total: amount });
      expect((note.vat[0]?.net ?? 0) + (note.vat[0]?.vat ?? 0)).toBe(amount);
      issued.push(note);
    }
    expect(issued.reduce((sum, { total }) => sum + total, 0)).toBe(0);
    expect(issued.reduce((sum, { vat }) => sum + (vat[0]?.vat ?? 0), 0)).toBe(0);
  });

  it('stands again, VAT too, where a refund came back', async () => {
    const sale = invoiceOf(order, issue);
    const back = { reason: 'refund' as const, amount: cents(-6600), corrects: issue.number };
    const note = correctionOf(order, back, [sale], { ...issue, number: 'CN-2026-000007' });
    const again = { reason: 'refund-failed' as const, amount: cents(6600), corrects: note.number };
    const cancelling = correctionOf(order, again, [sale, note], issue);
    expect(cancelling).toMatchObject({ kind: 'invoice', total: 6600, vat: sale.vat });
    const [page = ''] = await pagesOf(await printInvoice(cancelling, 'fr'));
    expect(page).toContain('Annule l’avoir CN-2026-000007');
    expect(page).toContain('renvoyé par la banque du client 66,00 €');
  });

  it('prints in French', async () => {
    const [page = ''] = await pagesOf(await printInvoice(invoiceOf(order, issue), 'fr'));
    for (const text of [
      'Facture',
      'INV-2026-000042 du 17 mai 2026',
      'Commande FR-2026-000123 du 17 mai 2026',
      'Foulées de Łódź',
      'Photos Léa SARL',
      '44000 Nantes',
      'SIRET 123 456 789 00012',
      'N° de TVA FR00123456789',
      'runner@example.org',
      'Désignation Nombre Prix unitaire Montant',
      'Pack de 5 photos, format original',
      'Toutes les photos du dossard 007, format original',
      'Remise, code CLUB10',
      '-10,00 €',
      'Frais de service',
      'Total HT 55,00 €',
      'TVA 20 % 11,00 €',
      'Total TTC 66,00 €',
      'renoncé à son droit de rétractation le 17 mai 2026 (texte 2026-11)',
    ])
      expect(page).toContain(text);
  });

  it('is made out to whom the buyer named, and to the address alone otherwise', async () => {
    const buyer = { name: 'Zoé Lœuf', company: 'AS Łódź', address: '3 quai Nord\n29200 Brest' };
    const [named = ''] = await pagesOf(
      await printInvoice(invoiceOf({ ...order, buyer }, issue), 'fr'),
    );
    expect(named).toContain('Client AS Łódź Zoé Lœuf 3 quai Nord 29200 Brest runner@example.org');
    // As documents were kept before names could be given.
    const { buyer: kept, ...rest } = invoiceOf(order, issue);
    const old = JSON.parse(
      JSON.stringify({ ...rest, buyer: { email: kept.email } }),
    ) as typeof rest;
    const [plain = ''] = await pagesOf(
      await printInvoice({ ...old, buyer: { email: kept.email } }, 'fr'),
    );
    expect(plain).toContain('Client runner@example.org');
  });

  it('prints in English, and names a seller who charges no VAT', async () => {
    const free = invoiceOf({ ...order, vatRate: 0 }, issue);
    const [page = ''] = await pagesOf(await printInvoice(free, 'en'));
    for (const text of [
      'Invoice',
      'of 17 May 2026',
      'Pack of 5 photos, original size',
      'Total including VAT €66.00',
      'VAT not applicable, article 293 B',
    ])
      expect(page).toContain(text);
    expect(page).not.toContain('Total without VAT');
  });

  it('invents no seller where nobody is named', async () => {
    const nobody = { name: undefined, address: undefined, registration: undefined };
    const seller = { ...nobody, vatNumber: undefined };
    const [page = ''] = await pagesOf(
      await printInvoice(invoiceOf(order, { ...issue, seller }), 'en'),
    );
    expect(page).toContain('Seller The operator of this shop');
    expect(page).not.toContain('Focus Racer');
  });

  it('goes on over pages with its header, and numbers them', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => ({
      ...line,
      kind: 'all-of-mine' as const,
      bib: String(index) as Bib,
    }));
    const pages = await pagesOf(await printInvoice(invoiceOf({ ...order, lines }, issue), 'fr'));
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, page] of pages.entries())
      expect(page).toContain(`Page ${index + 1} sur ${pages.length}`);
    expect(pages[1]).toContain('Désignation');
    expect(pages.join(' ')).toContain('dossard 59,');
  });
});
