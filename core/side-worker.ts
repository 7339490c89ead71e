import { drawHere } from './drawing/draw.js';
import { configureSharp } from './image/configure-sharp.js';

// The composition root of a side thread: it does what would keep pages waiting.
configureSharp();

export const draw = drawHere;
