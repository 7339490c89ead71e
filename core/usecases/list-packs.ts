import { discountCodesOfEvent, type DiscountCode } from '../db/queries/discount-codes.js';
import { getEvent } from '../db/queries/events.js';
import { packsOfEvent } from '../db/queries/packs.js';
import type { Db } from '../db/query.js';
import type { Pack } from '../domain/pack.js';
import { isOnSale } from '../domain/pricing/pack-choice.js';

export interface ListedPack extends Pack {
  readonly onSale: boolean;
  /** IANA name: the pack's days are those of its event. */
  readonly timeZone: string;
}

/** The packs of an event, those outside their dates too. */
export async function listPacks(db: Db, slugOrName: string): Promise<ListedPack[]> {
  const event = await getEvent(db, slugOrName);
  const now = new Date();
  const packs = await packsOfEvent(db, event.id);
  return packs.map((pack) => ({
    ...pack,
    onSale: isOnSale(pack, now),
    timeZone: event.timeZone,
  }));
}

export interface ListedDiscountCode extends DiscountCode {
  readonly timeZone: string;
}

export async function listDiscountCodes(db: Db, slugOrName: string): Promise<ListedDiscountCode[]> {
  const event = await getEvent(db, slugOrName);
  const codes = await discountCodesOfEvent(db, event.id, new Date());
  return codes.map((code) => ({ ...code, timeZone: event.timeZone }));
}
