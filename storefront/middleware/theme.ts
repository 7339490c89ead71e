import type { RequestHandler } from 'express';
import { readCookie } from '../cookies.js';
import { THEMES, type Theme } from '../locals.js';

/** The visitor's theme, written into the page itself, so that it never flashes in the other one. */
export const chooseTheme: RequestHandler = (request, response, next) => {
  const remembered = readCookie(request, 'theme');
  response.locals.theme = isTheme(remembered) ? remembered : 'auto';
  next();
};

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}
