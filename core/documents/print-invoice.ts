import PDFDocument from 'pdfkit';
import type { InvoiceDocument } from '../domain/invoice.js';
import { invoiceModel, type InvoiceCells, type InvoiceModel } from './invoice-model.js';
import { INVOICE_WORDS } from './invoice-words.js';
import { registerFonts, type PdfFont } from './pdf-fonts.js';

type Pdf = PDFKit.PDFDocument;

/** Points; A4 has 595 x 842. */
const MARGIN = 56;
const RIGHT = 595 - MARGIN;
const BOTTOM = 842 - MARGIN - 24;
/** Where each column ends; the first begins at the margin, the others are set against their end. */
const COLUMN_ENDS = [318, 375, 455, RIGHT] as const;
const GREY = '#555555';
const RULE = '#bbbbbb';

/** The document as a PDF of A4 pages, with its text as text. The same document gives the same pages. */
export async function printInvoice(
  document: InvoiceDocument,
  language: 'en' | 'fr',
): Promise<Uint8Array> {
  const model = invoiceModel(document, language);
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    lang: language,
    displayTitle: true,
    info: {
      Title: `${model.title} ${document.number}`,
      ...(document.seller.name !== undefined && { Author: document.seller.name }),
      CreationDate: new Date(document.issuedAt),
    },
  });
  registerFonts(pdf);
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((done, failed) => pdf.on('end', done).on('error', failed));

  drawHead(pdf, model);
  drawLines(pdf, model);
  drawTotals(pdf, model);
  drawFooter(pdf, model);
  numberPages(pdf, (page, pages) => INVOICE_WORDS[language].page(page, pages));
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawHead(pdf: Pdf, { title, subtitle, seller, buyer }: InvoiceModel): void {
  pdf.font('bold').fontSize(22).text(title);
  pdf.moveDown(0.3).font('regular').fontSize(10).fillColor(GREY);
  for (const line of subtitle) pdf.text(line);
  const top = pdf.y + 20;
  const width = (RIGHT - MARGIN) / 2 - 10;
  const bottoms = [seller, buyer].map((party, index) => {
    const x = MARGIN + index * (width + 20);
    pdf.font('bold').fillColor('black').text(party.title, x, top, { width }).font('regular');
    for (const line of party.lines) pdf.text(line, { width });
    return pdf.y;
  });
  pdf.x = MARGIN;
  pdf.y = Math.max(...bottoms) + 24;
}

function drawLines(pdf: Pdf, { header, lines }: InvoiceModel): void {
  drawRow(pdf, header, 'bold');
  for (const cells of lines) {
    if (pdf.y + heightOf(pdf, cells) > BOTTOM) {
      pdf.addPage();
      drawRow(pdf, header, 'bold');
    }
    drawRow(pdf, cells, 'regular');
  }
}

const ROW_PADDING = 5;

function drawRow(pdf: Pdf, cells: InvoiceCells, font: PdfFont): void {
  pdf.font(font).fontSize(10).fillColor('black');
  const top = pdf.y + ROW_PADDING;
  const bottom = pdf.y + heightOf(pdf, cells);
  for (const [index, cell] of cells.entries()) {
    const { left, width } = placeOf(index);
    pdf.text(cell, left, top, { width, align: index === 0 ? 'left' : 'right' });
  }
  pdf.moveTo(MARGIN, bottom).lineTo(RIGHT, bottom).lineWidth(0.5).stroke(RULE);
  pdf.x = MARGIN;
  pdf.y = bottom;
}

function heightOf(pdf: Pdf, cells: InvoiceCells): number {
  const heights = cells.map((cell, index) =>
    pdf.heightOfString(cell, { width: placeOf(index).width }),
  );
  return Math.max(...heights) + 2 * ROW_PADDING;
}

function placeOf(column: number): { readonly left: number; readonly width: number } {
  const left = column === 0 ? MARGIN : (COLUMN_ENDS[column - 1] ?? MARGIN) + 8;
  return { left, width: (COLUMN_ENDS[column] ?? RIGHT) - left };
}

function drawTotals(pdf: Pdf, { totals }: InvoiceModel): void {
  const rowHeight = 18;
  if (pdf.y + totals.length * rowHeight > BOTTOM) pdf.addPage();
  pdf.y += 10;
  for (const [index, [label, amount]] of totals.entries()) {
    const isLast = index === totals.length - 1;
    pdf.font(isLast ? 'bold' : 'regular').fontSize(isLast ? 12 : 10);
    const top = pdf.y;
    pdf.text(label, 240, top, { width: COLUMN_ENDS[2] - 240, align: 'right' });
    pdf.text(amount, COLUMN_ENDS[2] + 8, top, {
      width: RIGHT - COLUMN_ENDS[2] - 8,
      align: 'right',
    });
    pdf.y = top + rowHeight;
  }
  pdf.x = MARGIN;
}

function drawFooter(pdf: Pdf, { footer }: InvoiceModel): void {
  const width = RIGHT - MARGIN;
  pdf.font('regular').fontSize(9).fillColor(GREY);
  const height = footer.reduce((sum, line) => sum + pdf.heightOfString(line, { width }) + 4, 30);
  if (pdf.y + height > BOTTOM) pdf.addPage();
  pdf.y += 30;
  for (const line of footer) {
    pdf.text(line, MARGIN, pdf.y, { width });
    pdf.y += 4;
  }
}

function numberPages(pdf: Pdf, textOf: (page: number, pages: number) => string): void {
  const { start, count } = pdf.bufferedPageRange();
  if (count < 2) return;
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(start + page);
    // Below the margin, where text would otherwise begin a new page.
    pdf.page.margins.bottom = 0;
    pdf.font('regular').fontSize(8).fillColor(GREY);
    pdf.text(textOf(page + 1, count), MARGIN, 842 - MARGIN + 8, {
      width: RIGHT - MARGIN,
      align: 'right',
      lineBreak: false,
    });
  }
}
