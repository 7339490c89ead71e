import type { EventId } from './ids.js';
import type { Cents } from './money.js';
import type { UseLimits } from './use-limits.js';

declare const brand: unique symbol;
export type PackId = string & { readonly [brand]: 'PackId' };

/** What is delivered: the web version, or the original. An HD right includes the web version. */
export type PhotoSize = 'web' | 'hd';

/** Whose frame is drawn around the photo that they offer. */
export interface Sponsorship {
  readonly sponsor: string;
  /** Of the frame in the object store. */
  readonly frameKey: string;
}

/** What a seller offers in an event. Prices include VAT. */
export interface Pack {
  readonly id: PackId;
  readonly eventId: EventId;
  /** `photos`: any photos up to `quantity`. `all-of-mine`: every photo with one bib. `sponsored`: one photo in the sponsor's frame. */
  readonly kind: 'photos' | 'all-of-mine' | 'sponsored';
  /** Of kind `photos`: 1 or more; undefined for the others. */
  readonly quantity: number | undefined;
  readonly size: PhotoSize;
  readonly price: Cents;
  /** Of kind `sponsored`, and only of that. */
  readonly sponsorship?: Sponsorship | undefined;
  /** Early-bird dates: from included, until excluded; always where undefined. */
  readonly availableFrom: Date | undefined;
  readonly availableUntil: Date | undefined;
  /** How often it may be used; any number where undefined. */
  readonly limits?: UseLimits | undefined;
}
