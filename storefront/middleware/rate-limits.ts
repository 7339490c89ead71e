import type { Request, RequestHandler, Response } from 'express';
import type { Shop } from '../../core/index.js';
import type { Clients } from '../clients.js';

const MINUTE = 60;
const DAY = 24 * 3600;

interface Limit {
  /** Requests of one visitor. */
  readonly visitor: number;
  /** Of all visitors behind one address: for 2,000 phones at a finish line. */
  readonly address: number;
  /**
   * Of all at one address who have no visitor's token yet; as many as one visitor unless told. What
   * is opened first, by everybody, lets them all in.
   */
  readonly strangers?: number;
  readonly seconds: number;
}

/** To limit another thing: a line here, and `limits.<name>` before its handler. */
const LIMITS = {
  /** Pages that cost little. Those of galleries and photos are watched by `context.watch`. */
  events: { visitor: 300, address: 60_000, strangers: 60_000, seconds: MINUTE },
  /** Where the way leads from what was refused. */
  home: { visitor: 300, address: 60_000, strangers: 60_000, seconds: MINUTE },
  // Beside each photo in the viewer: it must not take half of the visitor's pages.
  framed: { visitor: 60, address: 6_000, seconds: MINUTE },
  // Posters, codes, cards and documents: a code for each bib can be had at four a second.
  drawing: { visitor: 240, address: 12_000, seconds: MINUTE },
  search: { visitor: 30, address: 3_000, seconds: MINUTE },
  // While somebody types a name, a few times a second.
  names: { visitor: 60, address: 6_000, seconds: MINUTE },
  // A quarter of a second of a processor each.
  selfie: { visitor: 5, address: 120, seconds: MINUTE },
  // No person presses so often, whatever goes wrong: whoever has a cart is never refused.
  checkout: { visitor: 30, address: 6_000, seconds: MINUTE },
  // Each may send a mail, to whatever address.
  mail: { visitor: 10, address: 300, seconds: MINUTE },
  // A code can be guessed.
  code: { visitor: 10, address: 600, seconds: MINUTE },
  cart: { visitor: 120, address: 12_000, seconds: MINUTE },
  // Each sends a mail. How many hide photos, and which wait for the seller, is decided behind it.
  'take-down': { visitor: 20, address: 300, seconds: DAY },
} as const satisfies Readonly<Record<string, Limit>>;

export type RateLimitName = keyof typeof LIMITS;

/** Thrown to the error page: the visitor asked more often than a limit allows. */
export class TooManyRequests extends Error {
  /** Name of a limit, or `photos`. */
  readonly limit: string;
  readonly retryAfterSeconds: number;

  constructor(limit: string, retryAfterSeconds: number) {
    super(`Too many requests: ${limit}`);
    this.name = 'TooManyRequests';
    this.limit = limit;
    this.retryAfterSeconds = Math.max(1, Math.ceil(retryAfterSeconds));
  }
}

/** One middleware for each limit, counting in the database so that several processes count together. */
export function createRateLimits(
  shop: Pick<Shop, 'rateLimits'>,
  clients: Clients,
): Readonly<Record<RateLimitName, RequestHandler>> {
  const entries = Object.entries<Limit>(LIMITS).map(
    ([name, limit]) => [name, createLimit(name, limit, shop, clients)] as const,
  );
  // Object.fromEntries forgets its keys; these are all of them.
  return Object.fromEntries(entries) as Record<RateLimitName, RequestHandler>;
}

function createLimit(
  name: string,
  { visitor: ofVisitor, address: ofAddress, strangers = ofVisitor, seconds }: Limit,
  { rateLimits }: Pick<Shop, 'rateLimits'>,
  clients: Clients,
): RequestHandler {
  async function check(request: Request, response: Response): Promise<void> {
    const { visitor, address } = clients.of(request, response);
    const limit = visitor === undefined ? strangers : ofVisitor;
    const { own, shared } = await rateLimits.count({
      key: `${name}:${visitor ?? `strangers-${address}`}`,
      sharedKey: `${name}:${address}`,
      limit,
      windowSeconds: seconds,
    });
    tell(response, name, { limit, seconds, left: limit - own.hits, resetsAt: own.resetsAt });
    if (own.hits > limit) throw tooMany(name, own.resetsAt);
    if (shared !== undefined && shared.hits > ofAddress) throw tooMany(name, shared.resetsAt);
  }
  return (request, response, next) => {
    check(request, response).then(() => next(), next);
  };
}

function tooMany(name: string, resetsAt: Date): TooManyRequests {
  return new TooManyRequests(name, secondsUntil(resetsAt));
}

function secondsUntil(moment: Date): number {
  return Math.max(0, Math.ceil((moment.getTime() - Date.now()) / 1000));
}

interface Left {
  readonly limit: number;
  readonly seconds: number;
  readonly left: number;
  readonly resetsAt: Date;
}

/** The fields of draft-ietf-httpapi-ratelimit-headers-08, for clients that pace themselves. */
function tell(response: Response, name: string, { limit, seconds, left, resetsAt }: Left): void {
  response.set({
    'RateLimit-Policy': `"${name}"; q=${limit}; w=${seconds}`,
    RateLimit: `"${name}"; r=${Math.max(0, left)}; t=${secondsUntil(resetsAt)}`,
  });
}
