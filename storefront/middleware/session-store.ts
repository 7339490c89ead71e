import type { Request } from 'express';
import { Store, type Session, type SessionData } from 'express-session';
import type { Shop } from '../../core/index.js';
import { mergeSession } from '../merge-session.js';

/** A visitor who comes back within a month finds the cart as it was. */
export const SESSION_SECONDS = 30 * 24 * 3600;

type Done = (error?: unknown) => void;

/**
 * Keeps sessions in the database. express-session wants callbacks; the shop gives promises. It also
 * writes all of a session at the end of a request: of two requests at the same time the later would
 * undo the other. So only what a request changed is written, into what is there by then.
 */
export class SessionStore extends Store {
  readonly #sessions: Shop['sessions'];
  /** What each request in hand found. */
  readonly #found = new WeakMap<SessionData, Readonly<Record<string, unknown>>>();

  constructor(sessions: Shop['sessions']) {
    super();
    this.#sessions = sessions;
  }

  override get(id: string, done: (error: unknown, session?: SessionData | null) => void): void {
    this.#sessions.read(id).then(
      // Written by `set` below, and by nobody else.
      (content) => done(null, (content as unknown as SessionData | undefined) ?? null),
      (error: unknown) => done(error),
    );
  }

  override createSession(request: Request, content: SessionData): Session & SessionData {
    // Its values are replaced by whoever changes them, never changed themselves.
    const found = { ...content };
    const session = super.createSession(request, content);
    this.#found.set(session, found);
    return session;
  }

  override set(id: string, session: SessionData, done: Done = () => undefined): void {
    const found = this.#found.get(session) ?? {};
    // As it comes back from the database: no class, no undefined.
    const mine = JSON.parse(JSON.stringify(session)) as Record<string, unknown>;
    const change = (stored: Readonly<Record<string, unknown>>) => mergeSession(found, mine, stored);
    const changed = this.#sessions.change({ id, expiresAt: expiry(), change });
    settle(
      changed.then(() => void this.#found.set(session, mine)),
      done,
    );
  }

  override touch(id: string, _session: SessionData, done: Done = () => undefined): void {
    settle(this.#sessions.prolong(id, expiry()), done);
  }

  override destroy(id: string, done: Done = () => undefined): void {
    settle(this.#sessions.delete(id), done);
  }
}

function expiry(): Date {
  return new Date(Date.now() + SESSION_SECONDS * 1000);
}

function settle(work: Promise<void>, done: Done): void {
  work.then(() => done(), done);
}
