import type { Readable } from 'node:stream';
import type { Sha256 } from '../domain/ids.js';

export interface ObjectInfo {
  readonly key: string;
  readonly bytes: number;
}

/**
 * Holds originals and versions under keys such as
 * `events/<event>/photos/<sha256>/original.jpg`: segments of `[A-Za-z0-9._-]`
 * joined by `/`, of at most 255 characters each, never `.` or `..`, 512 in all; anything else is
 * refused with FocusError `input` `object.bad-key`.
 * A reader sees a whole object or none; putting again replaces it.
 * A full disk, an unreachable service, or bytes that do not match their SHA-256 (`object.damaged`)
 * are FocusError `unavailable`; a range that starts past the end is `input` `object.bad-range`.
 */
export interface ObjectStore {
  /** Writes the object; with `sha256`, verifies the stored bytes against it before it becomes visible. */
  put(key: string, body: Uint8Array, options?: { readonly sha256?: Sha256 }): Promise<ObjectInfo>;
  /** FocusError `not-found` `object.missing` where there is none. */
  get(key: string): Promise<Uint8Array>;
  /** `start` and `end` are byte positions, both included. */
  stream(key: string, range?: { readonly start: number; readonly end: number }): Promise<Readable>;
  head(key: string): Promise<ObjectInfo | undefined>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
  /** Every object whose key begins with the prefix, ordered by key. */
  list(prefix: string): AsyncIterable<ObjectInfo>;
  /** A link that gives the object until it expires, to nobody who alters it. */
  signedUrl(
    key: string,
    options: { readonly expiresInSeconds: number; readonly fileName?: string },
  ): Promise<string>;
}
