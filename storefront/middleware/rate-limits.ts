import { createHmac } from 'node:crypto';
import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit, type Store } from 'express-rate-limit';
import type { Shop } from '../../core/index.js';

const MINUTE = 60;
const DAY = 24 * 3600;

/** Requests of one client address within so many seconds (PRODUCT.md section 13). */
const LIMITS = {
  events: { requests: 60, seconds: MINUTE },
  // Beside each photo in the viewer: it must not take half of the visitor's pages.
  framed: { requests: 60, seconds: MINUTE },
  // Posters, codes, cards and documents: a code for each bib can be had at four a second.
  drawing: { requests: 240, seconds: MINUTE },
  search: { requests: 30, seconds: MINUTE },
  selfie: { requests: 5, seconds: MINUTE },
  checkout: { requests: 10, seconds: MINUTE },
  cart: { requests: 60, seconds: MINUTE },
  // As many photos of oneself as anybody takes down by hand; nobody empties a gallery in a day.
  'take-down': { requests: 20, seconds: DAY },
} as const;

export type RateLimitName = keyof typeof LIMITS;

const NAMES: readonly RateLimitName[] = [
  'events',
  'framed',
  'drawing',
  'search',
  'selfie',
  'checkout',
  'cart',
  'take-down',
];

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
  const { requests, seconds: windowSeconds } = LIMITS[name];
  return rateLimit({
    windowMs: windowSeconds * 1000,
    limit: requests,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: name,
    store: databaseStore(shop, windowSeconds),
    // The address is personal data: only a keyed hash of it is kept. One household has one IPv6 /56.
    keyGenerator: ({ ip = '' }) =>
      `${name}:${createHmac('sha256', secret).update(ipKeyGenerator(ip)).digest('base64url')}`,
    // A forged X-Forwarded-For is nothing to complain about: `trust proxy` decides what counts.
    validate: { xForwardedForHeader: false },
    handler: (_request, response, next) => {
      const seconds = Number(response.getHeader('Retry-After') ?? windowSeconds);
      next(new TooManyRequests(name, seconds));
    },
  });
}

function databaseStore({ rateLimits }: Pick<Shop, 'rateLimits'>, windowSeconds: number): Store {
  return {
    localKeys: false,
    async increment(key) {
      const { hits, resetsAt } = await rateLimits.count({ key, windowSeconds });
      return { totalHits: hits, resetTime: resetsAt };
    },
    decrement: rateLimits.discount,
    resetKey: rateLimits.forget,
  };
}
