import type { RequestHandler } from 'express';
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
export function keepSessions({ shop, secure }: SessionOptions): RequestHandler {
  return session({
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
}
