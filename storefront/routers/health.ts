import { createHash, timingSafeEqual } from 'node:crypto';
import { Router, type Request } from 'express';
import type { StorefrontContext } from '../context.js';

/**
 * `/healthz`: the process runs. `/readyz`: what it stands on answers, 503 where not. `/metrics`: for
 * Prometheus, by token, or from this machine where no token is set.
 */
export function healthRouter({ shop, settings, metrics }: StorefrontContext): Router {
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
    const isAllowed = metricsToken === undefined ? isLocal(request) : bears(request, metricsToken);
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

/** Whatever came through a proxy is not local, even where the proxy is. */
function isLocal(request: Request): boolean {
  const { remoteAddress = '' } = request.socket;
  const isForwarded = ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'].some(
    (name) => request.headers[name] !== undefined,
  );
  return !isForwarded && /^(?:::ffff:)?127\.|^::1$/.test(remoteAddress);
}

function bears(request: Request, token: string): boolean {
  const given = request.get('authorization')?.replace(/^Bearer /i, '') ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
