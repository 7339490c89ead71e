import type { Box } from './geometry.js';
import { personBox } from './person-box.js';

/** Of the photo's area: whoever fills more of it is seen at once in the whole of it. */
const LARGEST_SHARE = 0.5;

/**
 * The part of a photo to show to whoever looks for the person with this face; undefined where the
 * whole photo shows them as well.
 *
 * @param photo size in any unit: only its proportions count
 */
export function closeUpBox(
  face: Box,
  photo: { readonly width: number; readonly height: number },
): Box | undefined {
  const box = personBox(face, photo);
  return box.width * box.height > LARGEST_SHARE ? undefined : box;
}
