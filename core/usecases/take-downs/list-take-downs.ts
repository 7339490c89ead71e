import { getEvent } from '../../db/queries/events.js';
import {
  listTakeDowns as readTakeDowns,
  type TakeDown,
  type TakeDownFilter,
} from '../../db/queries/take-down-lists.js';
import type { Db } from '../../db/query.js';
import { takeDownReference, type TakeDownState } from '../../domain/take-down.js';
import type { RequesterHash } from './take-down-deps.js';

export type ListedTakeDown = TakeDown & { readonly reference: string };

export interface TakeDownChoice {
  /** Slug or name. */
  readonly event?: string | undefined;
  readonly since?: Date | undefined;
  /** An e-mail address, or the keyed hash that a list shows of a network. */
  readonly from?: string | undefined;
}

/** live: neither undone nor unconfirmed. waiting: for the seller's decision. */
export type TakeDownScope = 'live' | 'waiting' | 'all';

const STATES: Readonly<Record<TakeDownScope, readonly TakeDownState[] | undefined>> = {
  live: ['standing', 'sold', 'held', 'accepted'],
  waiting: ['sold', 'held'],
  all: undefined,
};

/** The latest thousand, of one event or of all. */
export async function listTakeDowns(
  deps: { readonly db: Db; readonly hash: RequesterHash },
  choice: TakeDownChoice,
  scope: TakeDownScope,
): Promise<ListedTakeDown[]> {
  const filter = await filterOf(deps, choice);
  const takeDowns = await readTakeDowns(deps.db, { ...filter, states: STATES[scope] });
  return takeDowns.map((one) => ({ reference: takeDownReference(one.id), ...one }));
}

/** As the database asks for it. FocusError `not-found` where there is no such event. */
export async function filterOf(
  { db, hash }: { readonly db: Db; readonly hash: RequesterHash },
  { event, since, from }: TakeDownChoice,
): Promise<TakeDownFilter> {
  return {
    eventId: event === undefined ? undefined : (await getEvent(db, event)).id,
    since,
    from:
      from === undefined
        ? undefined
        : { email: from, hash: from.includes('@') ? hash.ofAddress(from) : from.toLowerCase() },
  };
}
