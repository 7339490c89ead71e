import { doubleCsrf } from 'csrf-csrf';
import type { Request, RequestHandler, Response } from 'express';
import { FocusError } from '../../core/index.js';

export interface CsrfOptions {
  readonly secret: string;
  /** Served by https: the cookie may then bear the __Host- prefix, which no sub-domain can set. */
  readonly secure: boolean;
}

export interface Csrf {
  /** Refuses an unsafe request that does not come from a form of ours. */
  readonly guard: RequestHandler;
  /** The token for the forms of one answer, and its cookie. */
  issue(request: Request, response: Response): string;
}

/** Posted to by mail programs, which have no form of ours (RFC 8058): the address itself is signed. */
const SIGNED_ADDRESSES = /^\/unsubscribe(?:\/|$)/;

/**
 * Signed double-submit tokens. Forms send the hidden field `csrfToken`, scripts the header
 * `X-CSRF-Token`; a form with a file sends `?csrfToken=` in its action, so that a stranger's upload is
 * refused before its body is read.
 */
export function createCsrf({ secret, secure }: CsrfOptions): Csrf {
  const { generateCsrfToken, validateRequest } = doubleCsrf({
    getSecret: () => secret,
    // Not bound to the session: it begins with the first photo in the cart, and pages that were
    // open before must keep working. The Origin check and the __Host- cookie stand in for it.
    getSessionIdentifier: () => 'visitor',
    cookieName: secure ? '__Host-csrf' : 'csrf',
    cookieOptions: { sameSite: 'lax', path: '/', secure, httpOnly: true },
    getCsrfTokenFromRequest: sentToken,
  });
  return {
    guard(request, _response, next) {
      const isSafe = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
      if (isSafe || SIGNED_ADDRESSES.test(request.path)) {
        next();
        return;
      }
      if (!comesFromHere(request))
        throw new FocusError('forbidden', 'csrf.foreign-origin', 'A form of another site');
      if (!validateRequest(request))
        throw new FocusError('forbidden', 'csrf.bad-token', 'The form has no valid token');
      next();
    },
    issue: (request, response) => generateCsrfToken(request, response),
  };
}

function sentToken(request: Request): string | undefined {
  if (request.is('multipart/form-data') !== false) return text(request.query.csrfToken);
  const body: unknown = request.body;
  const field =
    typeof body === 'object' && body !== null && 'csrfToken' in body ? body.csrfToken : undefined;
  return text(field) ?? request.get('x-csrf-token');
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** As the browser tells it; a client that tells nothing is judged by its token alone. */
function comesFromHere(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('origin');
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.get('host');
}
