import type { Request, Response } from 'express';
import type { Picture } from '../core/index.js';

/**
 * Sends what was drawn, with these headers, unless the visitor has that very one. The headers come
 * after the drawing: a refusal is a page.
 */
export async function sendDrawing(
  request: Request,
  response: Response,
  { digest, read }: Picture,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const etag = `"${digest}"`;
  if (request.get('If-None-Match')?.includes(etag) === true) {
    response
      .set({ ETag: etag, ...headers })
      .status(304)
      .end();
    return;
  }
  const bytes = await read();
  response.set({ ETag: etag, 'Content-Length': String(bytes.length), ...headers }).end(bytes);
}
