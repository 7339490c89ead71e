import PdfDocument from 'pdfkit';
import { drawQrCode } from './draw-qr-code.js';

export interface Poster {
  readonly size: 'A4' | 'A3';
  readonly name: string;
  readonly place: string;
  /** What the code leads to. */
  readonly address: string;
  readonly words: { readonly scan: string; readonly lead: string; readonly product: string };
}

const NIGHT = '#14171b';
const VOLT = '#d7f94a';

/** A poster for the finish line: a code to scan from where people stand and wait. */
export async function drawPoster({ size, name, place, address, words }: Poster): Promise<Buffer> {
  const code = await drawQrCode(address, 1600);
  const pdf = new PdfDocument({ size, margin: 0, info: { Title: name, Author: words.product } });
  const { width, height } = pdf.page;
  const margin = width * 0.08;
  const column = width - 2 * margin;
  pdf.rect(0, 0, width, height).fill(NIGHT);
  drawStripe(pdf, height * 0.02, width);
  drawText(pdf.font('Helvetica-Bold').fillColor('#ffffff'), words.scan.toUpperCase(), {
    x: margin,
    y: height * 0.07,
    width: column,
    height: height * 0.14,
    largest: width * 0.11,
  });
  pdf
    .font('Helvetica')
    .fontSize(width * 0.034)
    .text(words.lead, margin, height * 0.215, { width: column });
  const side = width * 0.66;
  const top = height * 0.29;
  pdf.roundedRect((width - side) / 2 - 12, top - 12, side + 24, side + 24, 14).fill(VOLT);
  pdf.image(code, (width - side) / 2, top, { width: side });
  drawText(pdf.font('Helvetica-Bold').fillColor('#ffffff'), name, {
    x: margin,
    y: height * 0.79,
    width: column,
    height: height * 0.09,
    largest: width * 0.065,
  });
  pdf
    .font('Helvetica')
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
