import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { StorefrontContext } from '../context.js';

/**
 * Names every request, counts it and logs its end. Addresses, queries and what stands for a person or
 * a right in a path are not logged: of a path only the pattern of its route.
 */
export function logRequests({ log, metrics }: StorefrontContext): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    response.locals.requestId = requestId;
    response.set('X-Request-Id', requestId);
    const startedAt = process.hrtime.bigint();
    response.once('close', () => {
      const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
      const { method } = request;
      const { statusCode: status } = response;
      const route = routeOf(request);
      metrics.requests.observe({ method, route, status: String(status) }, seconds);
      const milliseconds = Math.round(seconds * 1e4) / 10;
      const aborted = !response.writableFinished;
      log.info({ requestId, method, route, status, milliseconds, aborted }, 'request');
    });
    next();
  };
}

/** `/events/:slug`, never `/events/summer-10k`: bounded for the metrics, and without a name or token. */
function routeOf(request: Request): string {
  // Express types the route as any.
  const route = request.route as { readonly path?: unknown } | undefined;
  const pattern = route?.path;
  return typeof pattern === 'string' ? `${request.baseUrl}${pattern}` : 'none';
}
