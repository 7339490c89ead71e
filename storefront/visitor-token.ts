import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** One browser on one visit. Nothing of a person is in it: it tells visitors behind one address apart. */
export interface Visitor {
  readonly id: string;
  /** When the token was given, in milliseconds since 1970. */
  readonly since: number;
  /** Came with a search, as by the code on a bib, and not by a page that led to it. */
  readonly cameSearching: boolean;
  /** Has sent a form of ours: a cart, a heart, a language. */
  readonly hasActed: boolean;
}

/** A visit of a day; who stays longer is given another token. */
export const VISIT_MS = 24 * 3600 * 1000;

const ID_BYTES = 12;
const MAC_BYTES = 16;
const FORM = /^([\w-]{16})\.([0-9a-z]{8,9})\.(s?)(a?)\.([\w-]{22})$/;

export function newVisitor(now: number, cameSearching: boolean): Visitor {
  const id = randomBytes(ID_BYTES).toString('base64url');
  return { id, since: now, cameSearching, hasActed: false };
}

/** Signed, so that no client makes up visitors that have been here for a while. */
export function writeVisitorToken(visitor: Visitor, secret: string): string {
  const flags = `${visitor.cameSearching ? 's' : ''}${visitor.hasActed ? 'a' : ''}`;
  const content = `${visitor.id}.${visitor.since.toString(36)}.${flags}`;
  return `${content}.${macOf(content, secret).toString('base64url')}`;
}

/** `undefined` for what we never wrote, and for what is over. */
export function readVisitorToken(token: unknown, secret: string, now: number): Visitor | undefined {
  const [, id, since, searching, acted, mac] =
    FORM.exec(typeof token === 'string' ? token : '') ?? [];
  if (id === undefined || since === undefined || mac === undefined) return undefined;
  const content = `${id}.${since}.${searching}${acted}`;
  const given = Buffer.from(mac, 'base64url');
  if (given.length !== MAC_BYTES || !timingSafeEqual(given, macOf(content, secret)))
    return undefined;
  const sinceMs = parseInt(since, 36);
  if (now - sinceMs > VISIT_MS) return undefined;
  return { id, since: sinceMs, cameSearching: searching !== '', hasActed: acted !== '' };
}

function macOf(content: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(content).digest().subarray(0, MAC_BYTES);
}
