import { createHmac, timingSafeEqual } from 'node:crypto';

/** `<id>.<HMAC-SHA256>`, safe in a path. It names a row and says nothing of a person. */
export function signId(id: string, secret: string): string {
  return `${id}.${macOf(id, secret).toString('base64url')}`;
}

/** The id, or undefined where it was not signed by us. */
export function readSignedId(token: string, secret: string): string | undefined {
  const [id, mac, ...rest] = token.split('.');
  if (id === undefined || mac === undefined || rest.length > 0) return undefined;
  const given = Buffer.from(mac, 'base64url');
  const expected = macOf(id, secret);
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined;
}

function macOf(id: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(id).digest();
}
