import { Router } from 'express';
import type { StorefrontContext } from '../context.js';
import { preferenceCookie } from '../cookies.js';
import { isTheme } from '../middleware/theme.js';
import { pathWithin } from '../return-path.js';

/** `POST /theme`: remembered in a cookie; then back to the page it was chosen on. `POST /visit`: somebody is here. */
export function preferencesRouter({ publicUrl, limits }: StorefrontContext): Router {
  const router = Router();
  const cookie = preferenceCookie(publicUrl);
  router.post('/theme', (request, response) => {
    const { theme, returnTo } = request.body as Readonly<Record<string, unknown>>;
    if (isTheme(theme)) response.cookie('theme', theme, cookie);
    response.redirect(303, pathWithin(returnTo));
  });
  // What it tells is that a form came: `visitors.noteForm` has noted it.
  router.post('/visit', limits.events, (_request, response) => {
    response.status(204).end();
  });
  return router;
}
