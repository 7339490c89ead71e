import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { FocusError, type ErrorKind } from '../../core/index.js';
import type { StorefrontContext } from '../context.js';
import type { Words } from '../messages/messages.js';
import { refusalModel } from '../view-models/refusal.js';
import { TooManyRequests } from './rate-limits.js';

const HTTP_STATUS = {
  input: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  config: 503,
  unavailable: 503,
  interrupted: 503,
} as const satisfies Record<ErrorKind, number>;

type ErrorPage = keyof Words['errors']['pages'];

const PAGES: Readonly<Record<number, ErrorPage>> = {
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  429: 'too-many',
  503: 'unavailable',
};

export const notFound: RequestHandler = (request) => {
  throw new FocusError('not-found', 'page.unknown', `There is no page ${request.path}`);
};

/** Nothing is named so: no text column takes a NUL, nor does a session. */
export const refuseNul: RequestHandler = (request, response, next) => {
  if (request.path.includes('%00')) notFound(request, response, next);
  else next();
};

/** Answers with a page that says what happened and what to do; with JSON where JSON was asked for. */
export function answerErrors(context: StorefrontContext): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const status = statusOf(error);
    const code = codeOf(error);
    const { requestId } = response.locals;
    if (error instanceof TooManyRequests) context.metrics.refusals.inc({ limit: error.limit });
    if (status >= 500) context.log.error({ requestId, err: error }, 'request failed');
    if (response.headersSent) {
      next(error);
      return;
    }
    response.set('Cache-Control', 'no-store');
    if (
      error instanceof TooManyRequests ||
      (error instanceof FocusError && error.retryAfterSeconds !== undefined)
    )
      response.set('Retry-After', String(error.retryAfterSeconds));
    if (request.accepts(['html', 'json']) === 'json') {
      const retryAfterSeconds =
        error instanceof TooManyRequests ? error.retryAfterSeconds : undefined;
      response.status(status).json({ error: { code, requestId, retryAfterSeconds } });
      return;
    }
    const { words } = response.locals as Partial<Express.Locals>;
    if (words === undefined) {
      // It came before anything was known of the visitor: a picture or a probe, not a page.
      response.status(status).type('text').send(`${status}\n`);
      return;
    }
    const { errors } = words;
    const name = code === 'csrf.bad-token' ? 'stale-form' : pageOf(status);
    const { title, advice } = errors.pages[name];
    const reference = errors.reference(requestId);
    if (error instanceof TooManyRequests) {
      answerRefusal(context, request, response, { error, words, title, reference });
      return;
    }
    context.page(request, response, {
      view: 'error',
      title,
      status,
      noindex: true,
      model: { status: String(status), advice, reference },
    });
  };
}

interface Refusal {
  readonly error: TooManyRequests;
  readonly words: Words;
  readonly title: string;
  readonly reference: string;
}

/** Comes again by itself, or sends its form again. */
function answerRefusal(
  context: StorefrontContext,
  request: Request,
  response: Response,
  { error, words, title, reference }: Refusal,
): void {
  const { limit, retryAfterSeconds } = error;
  const { method, originalUrl: path } = request;
  const body: unknown = request.body;
  const refusal = refusalModel({ limit, retryAfterSeconds, method, path, body, words });
  if (refusal.refreshSeconds !== undefined) response.set('Refresh', String(refusal.refreshSeconds));
  context.page(request, response, {
    view: 'refused',
    title,
    status: 429,
    noindex: true,
    scripts: ['js/wait.js'],
    model: { status: '429', reference, ...refusal },
  });
}

function codeOf(error: unknown): string {
  if (error instanceof FocusError) return error.code;
  return error instanceof TooManyRequests ? 'request.too-many' : 'request.failed';
}

function pageOf(status: number): ErrorPage {
  return PAGES[status] ?? (status >= 500 ? 'bug' : 'bad-request');
}

function statusOf(error: unknown): number {
  if (error instanceof FocusError) return HTTP_STATUS[error.kind];
  if (error instanceof TooManyRequests) return 429;
  // What Express and its parsers refuse: a body too large, a broken percent escape.
  const status: unknown =
    typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
