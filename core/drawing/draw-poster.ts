import PdfDocument from 'pdfkit';
import { registerFonts } from '../documents/pdf-fonts.js';
import type { Poster } from './drawing.js';
import { qrModules, QUIET_ZONE } from './qr-modules.js';

const NIGHT = '#14171b';
const VOLT = '#d7f94a';

/** PDF of one page. */
export function drawPoster({ size, name, place, address, words }: Poster): Promise<Buffer> {
  const pdf = new PdfDocument({ size, margin: 0, info: { Title: name, Author: words.product } });
  registerFonts(pdf);
  const { width, height } = pdf.page;
  const margin = width * 0.08;
  const column = width - 2 * margin;
  pdf.rect(0, 0, width, height).fill(NIGHT);
  drawStripe(pdf, height * 0.02, width);
  drawText(pdf.font('bold').fillColor('#ffffff'), words.scan.toUpperCase(), {
    x: margin,
    y: height * 0.07,
    width: column,
    height: height * 0.14,
    largest: width * 0.11,
  });
  pdf
    .font('regular')
    .fontSize(width * 0.034)
    .text(words.lead, margin, height * 0.215, { width: column });
  const side = width * 0.66;
  const top = height * 0.29;
  pdf.roundedRect((width - side) / 2 - 12, top - 12, side + 24, side + 24, 14).fill(VOLT);
  drawCode(pdf, address, { x: (width - side) / 2, y: top, side });
  drawText(pdf.font('bold').fillColor('#ffffff'), name, {
    x: margin,
    y: height * 0.79,
    width: column,
    height: height * 0.09,
    largest: width * 0.065,
  });
  pdf
    .font('regular')
    .fontSize(width * 0.03)
    .fillColor('#b4b9c0')
    .text(place, margin, height * 0.885, { width: column })
    .fontSize(width * 0.026)
    .text(address.replace(/^https?:\/\//, ''), margin, height * 0.93, { width: column });
  return finish(pdf);
}

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly largest: number;
}

/** As large as the place allows. */
function drawText(pdf: PDFKit.PDFDocument, text: string, place: TextPlace): void {
  const { x, y, width, height, largest } = place;
  let size = largest;
  while (size > 8 && pdf.fontSize(size).heightOfString(text, { width }) > height) size *= 0.94;
  pdf.text(text, x, y, { width, height });
}

/** Squares, not a picture: sharp at any size, and a hundredth of the work. */
function drawCode(
  pdf: PDFKit.PDFDocument,
  address: string,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const code = qrModules(address);
  const step = side / (code.side + 2 * QUIET_ZONE);
  pdf.rect(x, y, side, side).fill('#ffffff');
  for (let row = 0; row < code.side; row += 1) {
    // What lies side by side is one shape: between two of them a hair of white would show.
    for (let column = 0; column < code.side; column += 1) {
      if (!code.isDark(row, column)) continue;
      const from = column;
      while (column + 1 < code.side && code.isDark(row, column + 1)) column += 1;
      const left = x + (from + QUIET_ZONE) * step;
      pdf.rect(left, y + (row + QUIET_ZONE) * step, (column + 1 - from) * step, step);
    }
  }
  pdf.fill('#000000');
}

/** The start line of every page. */
function drawStripe(pdf: PDFKit.PDFDocument, height: number, width: number): void {
  const step = height * 2;
  for (let x = -step; x < width; x += step) {
    pdf.polygon([x, height], [x + step / 2, height], [x + step, 0], [x + step / 2, 0]).fill(VOLT);
  }
}

async function finish(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.once('end', resolve);
    pdf.once('error', reject);
  });
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}
