import { Router } from 'express';
import type { StorefrontContext } from '../context.js';

/**
 * What belongs to one visitor, searches for one person, and pictures of people. Not the pages of photos
 * and their cards: social networks read the shared ones, and search engines have to read a page to see
 * that it wants no index. Nothing in here may be a page that wants one.
 */
const PRIVATE_PATHS = [
  '/events/*/cart',
  '/events/*/checkout',
  '/events/*/selfie',
  '/events/*/follow',
  '/events/*?*q=',
  '/cart',
  '/favourites',
  '/images/',
  '/orders/',
  '/pay/',
  '/account',
  '/sign-in',
  '/take-down/',
  '/unsubscribe/',
] as const;

/** `/robots.txt` and `/sitemap.xml`. */
export function discoveryRouter({ shop, publicUrl, limits }: StorefrontContext): Router {
  const router = Router();

  router.get('/robots.txt', (_request, response) => {
    const lines = [
      'User-agent: *',
      ...PRIVATE_PATHS.map((path) => `Disallow: ${path}`),
      '',
      `Sitemap: ${publicUrl}/sitemap.xml`,
    ];
    response.type('text/plain').send(`${lines.join('\n')}\n`);
  });

  router.get('/sitemap.xml', limits.events, async (_request, response) => {
    const slugs = await shop.gallery.listSlugs();
    const paths = ['/', '/events', ...slugs.map((slug) => `/events/${slug}`)];
    // Slugs are letters, digits and hyphens, and the address is our own: nothing to escape.
    const urls = paths.map((path) => `<url><loc>${publicUrl}${path}</loc></url>`);
    response
      .type('application/xml')
      .send(
        `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
      );
  });

  return router;
}
