import compression from 'compression';
import type { Request, RequestHandler } from 'express';

/** Photos, fonts, PDF and ZIP are compressed already. */
const TEXT = /^(?:text\/(?:html|css|javascript)|image\/svg\+xml|application\/(?:json|xml))\b/;

/** Brotli or gzip for text, as the browser takes it. */
export function compressText(): RequestHandler {
  return compression({
    filter: (request, response) =>
      TEXT.test(String(response.getHeader('Content-Type'))) &&
      // Of a part, the bytes are counted as they are stored.
      !response.hasHeader('Content-Range') &&
      !isSteered(request),
  });
}

/**
 * A page holds the token of its forms beside words of its address. Whoever makes a visitor's browser
 * open our addresses, and sees how long the answers are, could guess the token letter by letter
 * (breachattack.com). Not so where our own pages or the visitor ask, nor where no cookie is sent:
 * the token is then a new one each time. Files hold no secret.
 */
function isSteered(request: Request): boolean {
  if (request.headers.cookie === undefined || request.path.startsWith('/assets/')) return false;
  const site = request.get('sec-fetch-site');
  return site !== 'same-origin' && site !== 'none';
}
