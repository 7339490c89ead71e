import type { RequestHandler } from 'express';

/**
 * Nothing here is for search engines unless a page says so of itself: pictures show people, and the
 * other answers belong to one visitor or to a program. An answer that a router forgets is therefore
 * kept out, too. Also the default of caches.
 */
export const keepRobotsOut: RequestHandler = (_request, response, next) => {
  response.set({ 'X-Robots-Tag': NOT_INDEXED, 'Cache-Control': 'private, no-cache' });
  next();
};

const NOT_INDEXED = 'noindex, noimageindex';

/** Of a page that may be found: its text, never the people in its pictures. */
export const PICTURES_NOT_INDEXED = 'noimageindex';
