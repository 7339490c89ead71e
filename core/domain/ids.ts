import { createHash } from 'node:crypto';

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type EventId = Brand<string, 'EventId'>;
export type PhotoId = Brand<string, 'PhotoId'>;
export type FolderId = Brand<string, 'FolderId'>;
export type RunId = Brand<string, 'RunId'>;
/** What is printed on the number, upper case, no spaces: "007", "A123", "1234-5". */
export type Bib = Brand<string, 'Bib'>;
/** Lower-case hexadecimal SHA-256 of a photo's bytes, 64 characters. */
export type Sha256 = Brand<string, 'Sha256'>;

/**
 * A UUID (version 8, RFC 9562) from the event and the photo's bytes. Derived, not random, so
 * that ties broken by id come out alike whatever the order in which photos arrived.
 */
export function derivePhotoId(eventSlug: string, sha256: Sha256): PhotoId {
  const digest = createHash('sha256').update(`${eventSlug}\n${sha256}`).digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex', 0, 16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-') as PhotoId;
}
