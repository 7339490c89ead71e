import { createHash, timingSafeEqual } from 'node:crypto';
import { Router, type Request } from 'express';
import type { StorefrontContext } from '../context.js';
import { isFromHere } from '../from-here.js';

/**
 * `/healthz`: the process runs. `/readyz`: what it stands on answers, 503 where not. `/metrics`: for
 * Prometheus, by token; where none is set, from this machine alone.
 */
export function healthRouter(context: StorefrontContext): Router {
  const { shop, settings, metrics } = context;
  const router = Router();
  router.use(['/healthz', '/readyz', '/metrics'], (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    const health = await shop.health.check();
    const isReady = health.database && health.objects;
    response
      .status(isReady ? 200 : 503)
      .json({ status: isReady ? 'ok' : 'unavailable', ...health });
  });
  router.get('/metrics', async (request, response, next) => {
    const { metricsToken } = settings;
    const isAllowed =
      metricsToken === undefined ? isFromHere(request, context) : bears(request, metricsToken);
    if (!isAllowed) {
      // As if it were not there.
      next();
      return;
    }
    response
      .set('Content-Type', metrics.registry.contentType)
      .end(await metrics.registry.metrics());
  });
  return router;
}

function bears(request: Request, token: string): boolean {
  const given = request.get('authorization')?.replace(/^Bearer /i, '') ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
