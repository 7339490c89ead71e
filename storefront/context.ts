import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Shop } from '../core/index.js';
import { cartsAtAGlance } from './carts.js';
import { createClients } from './clients.js';
import { isHttps } from './cookies.js';
import { createCsrf, type Csrf } from './middleware/csrf.js';
import { createRateLimits, type RateLimitName } from './middleware/rate-limits.js';
import { createWatch, type Watch } from './middleware/watch.js';
import { createVisitors, type Visitors } from './middleware/visitors.js';
import { PICTURES_NOT_INDEXED } from './middleware/robots.js';
import { createMetrics, type Metrics } from './metrics.js';
import type { Page } from './page.js';
import { readPublicAssets, type PublicAssets } from './public-assets.js';
import { layoutModel } from './view-models/layout.js';

/** What every router is given. */
export interface StorefrontContext {
  readonly shop: Shop;
  readonly settings: Shop['settings'];
  /** Scheme, host and port, as in `https://photos.example.org`. Links are built from it, never from what a request says. */
  readonly publicUrl: string;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly assets: PublicAssets;
  readonly csrf: Csrf;
  readonly visitors: Visitors;
  /** Put before the handlers they are for; a visitor who asks too often gets a 429. */
  readonly limits: Readonly<Record<RateLimitName, RequestHandler>>;
  /** Whose turn it is where several wait for something dear: a key that nobody can be known by. */
  visitorOf(request: Request, response: Response): string;
  /** Of who looks at photos, for pages that show some. */
  readonly watch: Watch;
  /** Answers with a page in the layout. */
  page(request: Request, response: Response, page: Page): void;
}

export interface ContextOptions {
  readonly shop: Shop;
  readonly publicUrl: string;
  readonly log: Logger;
}

export function createContext({ shop, publicUrl, log }: ContextOptions): StorefrontContext {
  const assets = readPublicAssets();
  const secure = isHttps(publicUrl);
  const csrf = createCsrf({ secret: shop.secretFor('csrf'), secure });
  const visitors = createVisitors({ secret: shop.secretFor('visitors'), secure });
  const clients = createClients(shop.secretFor('rate-limits'));
  return {
    shop,
    settings: shop.settings,
    publicUrl,
    log,
    assets,
    csrf,
    visitors,
    metrics: createMetrics(),
    limits: createRateLimits(shop, clients),
    visitorOf(request, response) {
      const { visitor, address } = clients.of(request, response);
      return visitor ?? address;
    },
    watch: createWatch({ shop, clients, secret: shop.secretFor('searches') }),
    page(request, response, page) {
      const { view, model, status = 200 } = page;
      response.locals.csrfToken = csrf.issue(request, response);
      visitors.issue(request, response);
      const carts = cartsAtAGlance(request);
      const layout = layoutModel({ page, path: request.originalUrl, publicUrl, assets, carts });
      const around = layout(response.locals);
      if (around.indexable) response.set('X-Robots-Tag', PICTURES_NOT_INDEXED);
      response.status(status).render('layout', { view, model, layout: around });
    },
  };
}
