import type { DueDocument } from '../domain/documents-due.js';
import type { InvoiceDocument, InvoiceMention } from '../domain/invoice.js';
import type { PhotoSize } from '../domain/pack.js';

type Correction = Extract<DueDocument, { kind: 'correction' }>['reason'];

/** The words of an invoice in one language. */
export interface InvoiceWords {
  readonly title: Readonly<Record<InvoiceDocument['kind'], string>>;
  readonly numberAndDate: (number: string, date: string) => string;
  readonly corrects: Readonly<Record<InvoiceDocument['kind'], (number: string) => string>>;
  readonly seller: string;
  readonly unnamedSeller: string;
  readonly vatNumber: (number: string) => string;
  readonly buyer: string;
  readonly order: (number: string, date: string) => string;
  readonly description: string;
  readonly count: string;
  readonly unitPrice: string;
  readonly amount: string;
  readonly photos: (quantity: number, size: PhotoSize) => string;
  readonly allOfMine: (bib: string, size: PhotoSize) => string;
  readonly sponsored: (size: PhotoSize) => string;
  readonly discount: (code: string | undefined) => string;
  readonly serviceFee: string;
  readonly corrections: Readonly<Record<Correction, (order: string) => string>>;
  readonly total: Readonly<Record<InvoiceDocument['kind'], string>>;
  readonly vat: (rate: string) => string;
  readonly net: string;
  readonly waiver: (date: string, version: string) => string;
  readonly mentions: Readonly<Record<InvoiceMention, string>>;
  readonly page: (page: number, pages: number) => string;
}

const en: InvoiceWords = {
  title: { invoice: 'Invoice', 'credit-note': 'Credit note' },
  numberAndDate: (number, date) => `${number} of ${date}`,
  corrects: {
    'credit-note': (number) => `Corrects invoice ${number}`,
    invoice: (number) => `Cancels credit note ${number}`,
  },
  seller: 'Seller',
  unnamedSeller: 'The operator of this shop',
  vatNumber: (number) => `VAT number ${number}`,
  buyer: 'Buyer',
  order: (number, date) => `Order ${number} of ${date}`,
  description: 'Description',
  count: 'Count',
  unitPrice: 'Unit price',
  amount: 'Amount',
  photos: (quantity, size) =>
    quantity === 1 ? `1 photo, ${SIZE.en[size]}` : `Pack of ${quantity} photos, ${SIZE.en[size]}`,
  allOfMine: (bib, size) => `All photos with bib ${bib}, ${SIZE.en[size]}`,
  sponsored: (size) => `Photo offered by the sponsor, ${SIZE.en[size]}`,
  discount: (code) => (code === undefined ? 'Discount' : `Discount, code ${code}`),
  serviceFee: 'Service fee',
  corrections: {
    refund: (order) => `Refund of order ${order}`,
    'refund-failed': (order) => `Refund of order ${order}: came back from the buyer’s bank`,
    'dispute-lost': (order) => `Payment of order ${order}: taken back by the buyer’s bank`,
    'dispute-won': (order) => `Payment of order ${order}: given back by the buyer’s bank`,
  },
  total: { invoice: 'Total including VAT', 'credit-note': 'Total given back, including VAT' },
  vat: (rate) => `VAT ${rate}`,
  net: 'Total without VAT',
  waiver: (date, version) =>
    `The buyer asked for delivery at once and waived the right of withdrawal on ${date} (text ${version}).`,
  mentions: {
    'vat-not-charged': 'VAT not applicable, article 293 B of the French tax code.',
    'withdrawal-waived':
      'Digital content delivered at once with the buyer’s consent: no right of withdrawal (article L221-28, 13° of the French consumer code).',
    'paid-online': 'Paid online.',
  },
  page: (page, pages) => `Page ${page} of ${pages}`,
};

const fr: InvoiceWords = {
  title: { invoice: 'Facture', 'credit-note': 'Avoir' },
  numberAndDate: (number, date) => `${number} du ${date}`,
  corrects: {
    'credit-note': (number) => `Rectifie la facture ${number}`,
    invoice: (number) => `Annule l’avoir ${number}`,
  },
  seller: 'Vendeur',
  unnamedSeller: 'L’exploitant de cette boutique',
  vatNumber: (number) => `N° de TVA ${number}`,
  buyer: 'Client',
  order: (number, date) => `Commande ${number} du ${date}`,
  description: 'Désignation',
  count: 'Nombre',
  unitPrice: 'Prix unitaire',
  amount: 'Montant',
  photos: (quantity, size) =>
    quantity === 1 ? `1 photo, ${SIZE.fr[size]}` : `Pack de ${quantity} photos, ${SIZE.fr[size]}`,
  allOfMine: (bib, size) => `Toutes les photos du dossard ${bib}, ${SIZE.fr[size]}`,
  sponsored: (size) => `Photo offerte par le partenaire, ${SIZE.fr[size]}`,
  discount: (code) => (code === undefined ? 'Remise' : `Remise, code ${code}`),
  serviceFee: 'Frais de service',
  corrections: {
    refund: (order) => `Remboursement de la commande ${order}`,
    'refund-failed': (order) =>
      `Remboursement de la commande ${order} : renvoyé par la banque du client`,
    'dispute-lost': (order) => `Paiement de la commande ${order} : repris par la banque du client`,
    'dispute-won': (order) => `Paiement de la commande ${order} : rendu par la banque du client`,
  },
  total: { invoice: 'Total TTC', 'credit-note': 'Total remboursé TTC' },
  vat: (rate) => `TVA ${rate}`,
  net: 'Total HT',
  waiver: (date, version) =>
    `Le client a demandé la livraison immédiate et renoncé à son droit de rétractation le ${date} (texte ${version}).`,
  mentions: {
    'vat-not-charged': 'TVA non applicable, article 293 B du CGI.',
    'withdrawal-waived':
      'Contenu numérique fourni immédiatement avec l’accord du client : pas de droit de rétractation (article L221-28, 13° du code de la consommation).',
    'paid-online': 'Payé en ligne.',
  },
  page: (page, pages) => `Page ${page} sur ${pages}`,
};

const SIZE = {
  en: { web: 'web size', hd: 'original size' },
  fr: { web: 'format web', hd: 'format original' },
} as const satisfies Record<'en' | 'fr', Record<PhotoSize, string>>;

export const INVOICE_WORDS: Readonly<Record<'en' | 'fr', InvoiceWords>> = { en, fr };
