/** confirmed: by a mailed link. at-once: the seller looks after what is hidden without one. */
export const TAKE_DOWN_MODES = ['confirmed', 'at-once'] as const;
export type TakeDownMode = (typeof TAKE_DOWN_MODES)[number];

/**
 * Where a request stands.
 *
 * - unconfirmed: nothing has changed; the link in the mail was not followed yet.
 * - standing: the photo is hidden from everybody; nobody had bought it.
 * - sold: hidden from the public; buyers keep it until the seller decides.
 * - held: there were too many at once; the photo is shown until the seller decides.
 * - accepted: the seller said that it stands for buyers too.
 * - undone: the seller showed the photo again.
 */
export type TakeDownState = 'unconfirmed' | 'standing' | 'sold' | 'held' | 'accepted' | 'undone';

/** Hours. Whoever is upset by a photo may read the mail tomorrow, or after a week-end. */
export const TAKE_DOWN_LINK_HOURS = 72;

/** Of one event within 24 hours, the new request included. */
export interface TakeDownCounts {
  readonly ofEvent: number;
  /** Of the same mailbox. */
  readonly ofAddress: number;
  /** Of the same network. */
  readonly ofNetwork: number;
}

/**
 * What is unusual. A runner is in five to fifteen photos of an event, and few mind more than one or two:
 * six by one person are worth a look, and so are twenty of an event, which is a day's work of one prank.
 * A family or a club may share a network.
 */
const ALARMING: TakeDownCounts = { ofEvent: 20, ofAddress: 5, ofNetwork: 10 };

/**
 * More than these wait for the seller, and hide nothing meanwhile: whoever means to empty a gallery gets
 * no further, while a person with more photos of themselves than this is served a little later.
 */
const MOST_AT_ONCE: TakeDownCounts = { ofEvent: 100, ofAddress: 10, ofNetwork: 20 };

export function isAlarming(counts: TakeDownCounts): boolean {
  return exceeds(counts, ALARMING);
}

export function isTooMany(counts: TakeDownCounts): boolean {
  return exceeds(counts, MOST_AT_ONCE);
}

function exceeds(counts: TakeDownCounts, most: TakeDownCounts): boolean {
  return (
    counts.ofEvent > most.ofEvent ||
    counts.ofAddress > most.ofAddress ||
    counts.ofNetwork > most.ofNetwork
  );
}

/** What people quote of a take-down: the first eight digits of its id. */
export function takeDownReference(id: string): string {
  return id.slice(0, 8).toUpperCase();
}

/** A reference, or the start of an id that is longer, as a person types it; undefined for anything else. */
export function readTakeDownReference(text: string): string | undefined {
  const typed = text.trim().toLowerCase();
  return /^[0-9a-f]{8}(?:-[0-9a-f-]{0,27})?$/.test(typed) ? typed : undefined;
}
