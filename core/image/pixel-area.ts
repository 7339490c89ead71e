import type { Box } from '../domain/geometry.js';

/** The pixels of a picture that lie in the box; at least one, and none outside of the picture. */
export function pixelsOf(
  box: Box,
  { width, height }: { readonly width: number; readonly height: number },
): { left: number; top: number; width: number; height: number } {
  const left = Math.min(Math.floor(box.left * width), width - 1);
  const top = Math.min(Math.floor(box.top * height), height - 1);
  return {
    left,
    top,
    width: Math.max(1, Math.min(Math.round(box.width * width), width - left)),
    height: Math.max(1, Math.min(Math.round(box.height * height), height - top)),
  };
}
