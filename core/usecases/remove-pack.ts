import { getEvent } from '../db/queries/events.js';
import { packsOfEvent, removePack as removePackRow } from '../db/queries/packs.js';
import type { Db } from '../db/query.js';
import type { Pack } from '../domain/pack.js';
import { FocusError } from '../errors.js';

/**
 * The pack whose id is that or begins so, of those that the event offers.
 *
 * @throws FocusError `not-found` where there is none, `input` where there are several.
 */
export async function findPack(
  db: Db,
  { event: named, pack: wanted }: { readonly event: string; readonly pack: string },
): Promise<Pack> {
  const event = await getEvent(db, named);
  const prefix = wanted.toLowerCase();
  const packs = await packsOfEvent(db, event.id);
  const [found, second] = packs.filter(({ id }) => prefix !== '' && id.startsWith(prefix));
  if (found === undefined) {
    throw new FocusError('not-found', 'pack.unknown', `There is no pack "${wanted}"`, {
      hint: '`focusracer packs list` shows the packs with their ids.',
    });
  }
  if (second !== undefined) {
    throw new FocusError('input', 'pack.ambiguous', `Several packs begin with "${wanted}"`, {
      hint: 'Give more of the id.',
    });
  }
  return found;
}

/** Nobody can buy it from now on; orders that did keep it. */
export async function removePack(db: Db, pack: Pack): Promise<void> {
  await removePackRow(db, pack.id);
}
