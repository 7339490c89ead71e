import { createHmac } from 'node:crypto';
import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit, type Store } from 'express-rate-limit';
import type { Shop } from '../../core/index.js';

/** Requests a minute and client address (PRODUCT.md section 13). */
const LIMITS = { events: 60, search: 30, selfie: 5, checkout: 10 } as const;
const WINDOW_SECONDS = 60;

export type RateLimitName = keyof typeof LIMITS;

const NAMES: readonly RateLimitName[] = ['events', 'search', 'selfie', 'checkout'];

/** Thrown to the error page: the visitor asked more often than a limit allows. */
export class TooManyRequests extends Error {
  readonly limit: RateLimitName;
  readonly retryAfterSeconds: number;

  constructor(limit: RateLimitName, retryAfterSeconds: number) {
    super(`Too many requests: ${limit}`);
    this.name = 'TooManyRequests';
    this.limit = limit;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** One middleware for each limit, counting in the database so that several processes count together. */
export function createRateLimits(
  shop: Pick<Shop, 'rateLimits' | 'secretFor'>,
): Record<RateLimitName, RequestHandler> {
  const key = shop.secretFor('rate-limits');
  const limits = NAMES.map((name) => [name, createLimit(name, shop, key)] as const);
  // Object.fromEntries forgets its keys; these are all of them.
  return Object.fromEntries(limits) as Record<RateLimitName, RequestHandler>;
}

function createLimit(
  name: RateLimitName,
  shop: Pick<Shop, 'rateLimits'>,
  secret: string,
): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_SECONDS * 1000,
    limit: LIMITS[name],
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: name,
    store: databaseStore(shop),
    // The address is personal data: only a keyed hash of it is kept. One household has one IPv6 /56.
    keyGenerator: ({ ip = '' }) =>
      `${name}:${createHmac('sha256', secret).update(ipKeyGenerator(ip)).digest('base64url')}`,
    // A forged X-Forwarded-For is nothing to complain about: `trust proxy` decides what counts.
    validate: { xForwardedForHeader: false },
    handler: (_request, response, next) => {
      const seconds = Number(response.getHeader('Retry-After') ?? WINDOW_SECONDS);
      next(new TooManyRequests(name, seconds));
    },
  });
}

function databaseStore({ rateLimits }: Pick<Shop, 'rateLimits'>): Store {
  return {
    localKeys: false,
    async increment(key) {
      const { hits, resetsAt } = await rateLimits.count({ key, windowSeconds: WINDOW_SECONDS });
      return { totalHits: hits, resetTime: resetsAt };
    },
    decrement: rateLimits.discount,
    resetKey: rateLimits.forget,
  };
}
