import { createHmac, timingSafeEqual } from 'node:crypto';
import { FocusError } from '../../../errors.js';

export interface SignedUrlOptions {
  /** What the links begin with, "/" at the end: "https://example.org/objects/". */
  readonly baseUrl: string;
  readonly secret: Uint8Array;
}

export type SignedUrlVerdict =
  | { readonly kind: 'valid'; readonly key: string; readonly fileName: string | undefined }
  | { readonly kind: 'expired' }
  | { readonly kind: 'altered' };

/** `expiresAt` in seconds since 1970. */
export function signUrl(
  key: string,
  expiresAt: number,
  fileName: string | undefined,
  options: SignedUrlOptions,
): string {
  if (!Number.isSafeInteger(expiresAt))
    throw new RangeError(`Expected an expiry in whole seconds, received ${expiresAt}`);
  const parameters = new URLSearchParams({ expires: String(expiresAt) });
  if (fileName !== undefined) parameters.set('name', fileName);
  parameters.set(
    'signature',
    signature(key, String(expiresAt), fileName, options.secret).toString(),
  );
  return `${options.baseUrl}${key}?${parameters.toString()}`;
}

/**
 * What a link made by the file-system store is worth at `now` (milliseconds since 1970).
 * The key of an altered link is never told: it was not ours to give.
 */
export function verifySignedUrl(
  url: string,
  now: number,
  options: SignedUrlOptions,
): SignedUrlVerdict {
  const [path = '', search = ''] = url.split('?', 2);
  if (!path.startsWith(options.baseUrl)) return { kind: 'altered' };
  const key = path.slice(options.baseUrl.length);
  const parameters = new URLSearchParams(search);
  const expires = parameters.get('expires') ?? '';
  const fileName = parameters.get('name') ?? undefined;
  const expected = signature(key, expires, fileName, options.secret);
  const received = Buffer.from(parameters.get('signature') ?? '');
  if (received.length !== expected.length || !timingSafeEqual(received, expected))
    return { kind: 'altered' };
  if (Number(expires) * 1000 <= now) return { kind: 'expired' };
  return { kind: 'valid', key, fileName };
}

/**
 * The signature's characters: compared as they stand, because base64url spells the same bytes in
 * several ways. JSON keeps the fields apart: no two different links have the same text to sign.
 */
function signature(
  key: string,
  expires: string,
  fileName: string | undefined,
  secret: Uint8Array,
): Buffer {
  if (secret.length < 32)
    throw new FocusError(
      'config',
      'object.weak-secret',
      'The secret that signs links is shorter than 32 bytes.',
      {
        hint: 'Delete the file signing-secret in the data home: a new one is made at the next start.',
      },
    );
  const digest = createHmac('sha256', secret)
    .update(JSON.stringify([key, expires, fileName ?? null]))
    .digest('base64url');
  return Buffer.from(digest);
}
