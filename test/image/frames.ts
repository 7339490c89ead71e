import sharp from 'sharp';

/** A red frame of that size, with a window for the photo in its middle. */
export function madeFrame(
  width = 1200,
  height = 800,
  window: { readonly width: number; readonly height: number } = { width: 900, height: 600 },
): Promise<Buffer> {
  const alpha = Buffer.alloc(width * height, 255);
  const [left, top] = [(width - window.width) / 2, (height - window.height) / 2];
  for (let row = top; row < top + window.height; row += 1)
    alpha.fill(0, row * width + left, row * width + left + window.width);
  return sharp({ create: { width, height, channels: 3, background: '#e00000' } })
    .joinChannel(alpha, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}
