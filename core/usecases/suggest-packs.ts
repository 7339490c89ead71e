import { getEvent } from '../db/queries/events.js';
import { packsOfEvent } from '../db/queries/packs.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import type { Pack } from '../domain/pack.js';
import { USUAL_PACKS, type PackTerms } from '../domain/pricing/usual-packs.js';
import { FocusError } from '../errors.js';
import { ensurePacks } from './ensure-packs.js';

export interface PackSuggestion {
  readonly event: RaceEvent;
  readonly packs: readonly PackTerms[];
}

/** What an event without packs would get. FocusError `conflict` where it has packs. */
export async function planSuggestedPacks(db: Db, slugOrName: string): Promise<PackSuggestion> {
  const event = await getEvent(db, slugOrName);
  if ((await packsOfEvent(db, event.id)).length > 0) throw hasPacks(event);
  return { event, packs: USUAL_PACKS };
}

export async function addSuggestedPacks(db: Db, { event }: PackSuggestion): Promise<Pack[]> {
  const made = await ensurePacks(db, event.id);
  if (made.length === 0) throw hasPacks(event);
  return made;
}

function hasPacks({ name }: RaceEvent): FocusError {
  return new FocusError('conflict', 'pack.some-exist', `"${name}" has packs already`, {
    hint: '`focusracer packs list` shows them.',
  });
}
