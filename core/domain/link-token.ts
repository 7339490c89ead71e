import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;
/** 32 bytes in base64url without padding. */
const TOKEN = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** What a link carries, which nobody can guess, and its SHA-256, which alone is stored. */
export interface LinkToken {
  readonly token: string;
  readonly hash: Uint8Array;
}

export function makeLinkToken(): LinkToken {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  return { token, hash: sha256Of(token) };
}

/** What is stored of a token, 32 bytes; undefined for a text that is no token. */
export function hashLinkToken(token: string): Uint8Array | undefined {
  return TOKEN.test(token) ? sha256Of(token) : undefined;
}

function sha256Of(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}
