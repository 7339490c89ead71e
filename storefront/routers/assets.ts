import type { ServerResponse } from 'node:http';
import express, { Router } from 'express';
import type { StorefrontContext } from '../context.js';

const DAY_SECONDS = 24 * 3600;
const YEAR_SECONDS = 365 * 24 * 3600;

/** `/assets/<version>/…`: css, scripts and fonts, kept by browsers for ever under the present version; `/favicon.ico`. */
export function assetsRouter({ assets }: StorefrontContext): Router {
  const router = Router();
  router.use('/assets/:version', (request, response, next) => {
    // A page of an older build asks for an older version: it gets what there is, not for keeps.
    const isPresent = request.params.version === assets.version;
    response.set(
      'Cache-Control',
      isPresent ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
    );
    next();
  });
  /** For browsers that draw no SVG, and for what has no page around it, such as a PDF. */
  router.get('/favicon.ico', (_request, response) => {
    response.set('Cache-Control', `public, max-age=${DAY_SECONDS}`);
    lookedAt(response);
    response.sendFile('favicon.ico', { root: assets.folder, cacheControl: false });
  });
  router.get('/assets/:version/fonts/:name', (request, response, next) => {
    const file = assets.fonts.get(request.params.name);
    if (file === undefined) next();
    else response.sendFile(file, { cacheControl: false, dotfiles: 'allow' });
  });
  router.get('/assets/:version/css/site.css', (_request, response) => {
    response.type('css').send(assets.siteStyles);
  });
  router.use(
    '/assets/:version',
    express.static(assets.folder, {
      cacheControl: false,
      index: false,
      redirect: false,
      setHeaders: lookedAt,
    }),
  );
  return router;
}

/** Search engines draw a page by its styles, and show its icon: nobody is in them. */
function lookedAt(response: ServerResponse): void {
  response.removeHeader('X-Robots-Tag');
}
