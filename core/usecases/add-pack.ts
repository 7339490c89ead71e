import { isDeepStrictEqual } from 'node:util';
import { getEvent } from '../db/queries/events.js';
import { lockEvent } from '../db/queries/locks.js';
import { insertPack, packsOfEvent } from '../db/queries/packs.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import type { Pack } from '../domain/pack.js';
import { readPackTerms, type PackRequest } from '../domain/pricing/read-pack-terms.js';
import type { PackTerms } from '../domain/pricing/usual-packs.js';
import { NO_LIMITS } from '../domain/use-limits.js';
import { smallFrameKey } from '../domain/object-keys.js';
import { FocusError } from '../errors.js';
import type { SponsorFrame } from '../image/sponsor-frame.js';
import type { ObjectStore } from '../ports/object-store.js';
import { readSponsorship, type SponsorRequest } from './read-sponsorship.js';

export interface PackPlan {
  readonly event: RaceEvent;
  readonly terms: PackTerms;
  /** Of a sponsored pack, to be stored with it. */
  readonly frame: SponsorFrame | undefined;
}

/** @throws FocusError `not-found` for the event, `input` for the terms, `conflict` for a pack that is there. */
export async function planPack(
  db: Db,
  request: PackRequest & SponsorRequest & { readonly event: string },
): Promise<PackPlan> {
  const event = await getEvent(db, request.event);
  const terms = readPackTerms(request, event.timeZone);
  const read = await readSponsorship(event.id, terms.kind, request);
  refuseTwin(terms, await packsOfEvent(db, event.id));
  if (read === undefined) return { event, terms, frame: undefined };
  const { frame, ...sponsorship } = read;
  return { event, terms: { ...terms, sponsorship }, frame };
}

/** Offers the pack from now on, or from its first day. */
export async function addPack(
  { db, store }: { readonly db: Db; readonly store: Pick<ObjectStore, 'put'> },
  { event, terms, frame }: PackPlan,
): Promise<Pack> {
  if (frame !== undefined && terms.sponsorship !== undefined) {
    const { frameKey } = terms.sponsorship;
    await store.put(frameKey, frame.png);
    await store.put(smallFrameKey(frameKey), frame.small);
  }
  return db.transaction(async (transaction) => {
    await lockEvent(transaction, event.id);
    refuseTwin(terms, await packsOfEvent(transaction, event.id));
    return insertPack(transaction, event.id, terms);
  });
}

/** Two packs that differ in the price alone: nobody would ever pay the higher one. */
function refuseTwin(terms: PackTerms, packs: readonly Pack[]): void {
  const twin = packs.find(
    (pack) =>
      pack.kind === terms.kind &&
      pack.quantity === terms.quantity &&
      pack.size === terms.size &&
      pack.availableFrom?.getTime() === terms.availableFrom?.getTime() &&
      pack.availableUntil?.getTime() === terms.availableUntil?.getTime() &&
      isDeepStrictEqual(pack.limits ?? NO_LIMITS, terms.limits ?? NO_LIMITS),
  );
  if (twin === undefined) return;
  throw new FocusError('conflict', 'pack.exists', 'There is such a pack already', {
    hint: `To change its price, remove it first: focusracer packs remove ${twin.id.slice(0, 8)}`,
  });
}
