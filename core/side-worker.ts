import type { Drawing } from './drawing/drawing.js';
import { quoteHere } from './usecases/quote-cart.js';

// The composition root of a side thread: it does what would keep pages waiting.

/** What draws is loaded with the first drawing: threads that price carts need none of it. */
export async function draw(drawing: Drawing): Promise<Uint8Array> {
  const { configureSharp } = await import('./image/configure-sharp.js');
  const { drawHere } = await import('./drawing/draw.js');
  configureSharp();
  return drawHere(drawing);
}

export const quote = quoteHere;
