import { printInvoice } from '../documents/print-invoice.js';
import { drawCloseUp } from '../image/close-up.js';
import { drawCover } from '../image/cover.js';
import { drawInFrame } from '../image/sponsor-frame.js';
import { drawTeaser } from '../image/teaser.js';
import { createWatermark } from '../image/watermark.js';
import { CALM } from '../image/watermark-tile.js';
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
    case 'cover':
      return drawMarkedCover(drawing);
    case 'framed':
      return drawInFrame(drawing.photo, drawing.frame);
  }
}

/** Its mark is drawn each time: a cover is drawn twice in its life. */
async function drawMarkedCover(drawing: Extract<Drawing, { kind: 'cover' }>): Promise<Uint8Array> {
  return drawCover(drawing.web, drawing, await createWatermark(drawing.watermark, CALM));
}
