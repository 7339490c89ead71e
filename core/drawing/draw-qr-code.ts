import { encodeSquares } from '../image/squares.js';
import { qrModules, QUIET_ZONE } from './qr-modules.js';

/** Read from a metre and a half when printed 6 cm wide. */
const LEAST_WIDTH = 720;

/** PNG in black and white, whose squares are whole pixels. */
export function drawQrCode(address: string): Promise<Buffer> {
  const { side, isDark } = qrModules(address);
  const all = side + 2 * QUIET_ZONE;
  const light = new Uint8Array(all * all).fill(255);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      if (isDark(row, column)) light[(row + QUIET_ZONE) * all + column + QUIET_ZONE] = 0;
    }
  }
  return encodeSquares(light, all, Math.ceil(LEAST_WIDTH / all));
}
