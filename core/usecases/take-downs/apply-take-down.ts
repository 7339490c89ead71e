import { enqueueMail } from '../../db/queries/mails.js';
import { saleAddressOf } from '../../db/queries/orders.js';
import {
  countRecentTakeDowns,
  getTakeDown,
  hidePhoto,
  lockTakeDownsOf,
  markToldSold,
  type TakeDownDetails,
} from '../../db/queries/take-downs.js';
import type { Db } from '../../db/query.js';
import {
  isAlarming,
  isTooMany,
  takeDownReference,
  type TakeDownCounts,
  type TakeDownState,
} from '../../domain/take-down.js';
import { alarmOperator } from '../alarm-operator.js';
import type { TakeDownDeps } from './take-down-deps.js';

/**
 * Lets a request take effect that was confirmed in this transaction: hides the photo from the public,
 * unless there are too many at once, and tells the seller and whoever asked. Who has bought the photo
 * keeps it until the seller decides.
 */
export async function applyTakeDown(
  transaction: Db,
  deps: Pick<TakeDownDeps, 'operator'>,
  id: string,
): Promise<TakeDownState> {
  const asked = await getTakeDown(transaction, id);
  await lockTakeDownsOf(transaction, asked.eventId);
  const counts = await countRecentTakeDowns(transaction, asked);
  if (!isTooMany(counts)) await hidePhoto(transaction, asked.photoId);
  if (isAlarming(counts)) await alarm(transaction, deps, asked, counts);
  const { state } = await getTakeDown(transaction, id);
  if (state === 'sold') await markToldSold(transaction, id);
  await tellSeller(transaction, deps, { ...asked, state }, 'now');
  const contact = await contactOf(transaction, deps, asked);
  await enqueueMail(transaction, {
    kind: 'take-down-received',
    key: `take-down-received:${id}`,
    to: asked.email,
    language: asked.language,
    data: {
      ...factsOf(asked),
      outcome: state === 'held' ? 'held' : 'hidden',
      ...(contact !== undefined && { contact }),
    },
  });
  return state;
}

/** `later`: money came in after the photo was hidden. */
export async function tellSeller(
  transaction: Db,
  { operator }: Pick<TakeDownDeps, 'operator'>,
  asked: TakeDownDetails,
  when: 'now' | 'later',
): Promise<void> {
  const { id, state, reason } = asked;
  const seller = (await saleAddressOf(transaction, asked.eventId)) ?? operator.email;
  if (seller === undefined) return;
  await enqueueMail(transaction, {
    kind: 'photo-taken-down',
    key: when === 'now' ? `photo-taken-down:${id}` : `photo-taken-down:${id}:sold`,
    to: seller,
    language: operator.language,
    data: {
      ...factsOf(asked),
      ...(reason !== undefined && { reason }),
      outcome: state === 'held' || state === 'sold' ? state : 'standing',
    },
  });
}

/** To the operator and to the seller, once for an event and a day. */
async function alarm(
  transaction: Db,
  { operator }: Pick<TakeDownDeps, 'operator'>,
  { eventId, eventName, eventSlug }: TakeDownDetails,
  counts: TakeDownCounts,
): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  const seller = await saleAddressOf(transaction, eventId);
  const told = new Set([operator.email, seller].filter((email) => email !== undefined));
  for (const email of told) {
    await alarmOperator(
      transaction,
      { ...operator, email },
      {
        key: `take-downs:${eventId}:${day}:${email === operator.email ? 'operator' : 'seller'}`,
        alarm: 'take-downs',
        values: { eventName, eventSlug, ...counts },
      },
    );
  }
}

/** Who answers whoever asked: the operator, who is named on the legal pages, else the seller. */
async function contactOf(
  transaction: Db,
  { operator }: Pick<TakeDownDeps, 'operator'>,
  { eventId }: TakeDownDetails,
): Promise<string | undefined> {
  return operator.email ?? (await saleAddressOf(transaction, eventId));
}

function factsOf({ id, eventName, requestedAt, timeZone }: TakeDownDetails) {
  return {
    eventName,
    reference: takeDownReference(id),
    receivedAt: requestedAt.toISOString(),
    timeZone,
  };
}
