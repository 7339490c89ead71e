import { printInvoice } from '../documents/print-invoice.js';
import { drawCloseUp } from '../image/close-up.js';
import { drawInFrame } from '../image/sponsor-frame.js';
import { drawTeaser } from '../image/teaser.js';
import { drawPoster } from './draw-poster.js';
import { drawQrCode } from './draw-qr-code.js';
import type { Drawing } from './drawing.js';

/** Draws, in the thread it is called in. */
export function drawHere(drawing: Drawing): Promise<Uint8Array> {
  switch (drawing.kind) {
    case 'qr-code':
      return drawQrCode(drawing.address);
    case 'poster':
      return drawPoster(drawing);
    case 'document':
      return printInvoice(drawing.document, drawing.language);
    case 'teaser':
      return drawTeaser(drawing.preview, drawing.eventName);
    case 'close-up':
      return drawCloseUp(drawing.preview, drawing.box);
    case 'framed':
      return drawInFrame(drawing.photo, drawing.frame);
  }
}
