import { SIGNATURE_SIDE } from '../domain/frame-difference.js';
import { shrinkToGrid, type LumaImage } from './luma.js';

/**
 * The picture as 16 x 16 luma values, whatever its proportions: enough to see that a runner has
 * moved, small enough to store with a million photos. Compared by `isSameFrame`.
 *
 * @returns 256 bytes, row by row
 */
export function frameSignature(luma: LumaImage): Uint8Array {
  return Uint8Array.from(shrinkToGrid(luma, SIGNATURE_SIDE, SIGNATURE_SIDE), Math.round);
}
