import type { Box } from './geometry.js';

/**
 * The frame around a person, in heights of the face box: from well above the head down to about
 * the knees, which takes in a bib on the belly or the shorts. An adult is 7.5 heads tall, and a
 * face box about 0.8 of a head (A. Loomis, "Figure Drawing for All It's Worth", 1943).
 */
const ABOVE = 0.9;
const BELOW = 5.3;
const FRAME_HEIGHT = ABOVE + 1 + BELOW;
/**
 * The proportions of a portrait photograph, nearly four heads across: room for swinging arms.
 * Wider frames cost time, an eighth more at 3:4, and show more of the neighbours.
 */
const FRAME_WIDTH = (FRAME_HEIGHT * 2) / 3;

/**
 * The part of a photo that shows the person with this face. It lies inside the photo: a frame that
 * would stick out is moved first, and cut only where the photo ends on both sides.
 *
 * @param photo the photo's size, in any unit: only its proportions count
 */
export function personBox(face: Box, photo: { width: number; height: number }): Box {
  const unit = face.height * photo.height;
  const width = Math.min(1, (FRAME_WIDTH * unit) / photo.width);
  const height = Math.min(1, (FRAME_HEIGHT * unit) / photo.height);
  const left = face.left + face.width / 2 - width / 2;
  const top = face.top - ABOVE * face.height;
  return { left: within(left, width), top: within(top, height), width, height };
}

function within(start: number, length: number): number {
  return Math.max(0, Math.min(start, 1 - length));
}
