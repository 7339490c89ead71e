import { Store, type SessionData } from 'express-session';
import type { Shop } from '../../core/index.js';

/** A visitor who comes back within a month finds the cart as it was. */
export const SESSION_SECONDS = 30 * 24 * 3600;

type Done = (error?: unknown) => void;

/** Keeps sessions in the database. express-session wants callbacks; the shop gives promises. */
export class SessionStore extends Store {
  readonly #sessions: Shop['sessions'];

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

  override set(id: string, session: SessionData, done: Done = () => undefined): void {
    settle(this.#sessions.write({ id, content: { ...session }, expiresAt: expiry() }), done);
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
