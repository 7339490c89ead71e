import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;
/** 32 bytes in base64url without padding. */
const TOKEN = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** A new token that opens an order, for a link; nobody can guess it. */
export function makeOrderToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is stored of a token, 32 bytes; undefined for a text that is no token. */
export function hashOrderToken(token: string): Uint8Array | undefined {
  return TOKEN.test(token) ? createHash('sha256').update(token).digest() : undefined;
}
