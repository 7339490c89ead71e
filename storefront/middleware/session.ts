import type { RequestHandler, Response } from 'express';
import session from 'express-session';
import type { Shop } from '../../core/index.js';
import '../session-data.js';
import { SESSION_SECONDS, SessionStore } from './session-store.js';

export interface SessionOptions {
  readonly shop: Pick<Shop, 'sessions' | 'secretFor'>;
  /** Served by https. */
  readonly secure: boolean;
}

/** Nothing is stored for a visitor, and no cookie given, before there is something to remember. */
export function keepSessions({ shop, secure }: SessionOptions): RequestHandler[] {
  const keep = session({
    name: secure ? '__Host-session' : 'session',
    secret: shop.secretFor('session'),
    store: new SessionStore(shop.sessions),
    // Where we are served by https, a proxy in front does that: its word decides on nothing but the cookie.
    ...(secure ? { proxy: true } : {}),
    resave: false,
    saveUninitialized: false,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure,
      path: '/',
      maxAge: SESSION_SECONDS * 1000,
    },
  });
  return [keep, saveBeforeAnswering];
}

/**
 * express-session lets the head of an answer go before it saves, and browsers follow a redirect by its
 * head: to a cart without the photo just put in. So what a form changed is saved first.
 */
const saveBeforeAnswering: RequestHandler = (request, response, next) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) {
    next();
    return;
  }
  // One of the three signatures of `end` is called, with whatever it was given.
  const end = response.end.bind(response) as (...given: unknown[]) => Response;
  response.end = ((...given: unknown[]) => {
    response.end = end;
    if (Object.keys(request.session).every((key) => key === 'cookie')) return end(...given);
    request.session.save((error: unknown) => {
      if (error === undefined || error === null) end(...given);
      else next(error);
    });
    return response;
  }) as Response['end'];
  next();
};
