import {
  cropsOfEvent,
  deleteCropRows,
  deleteFaces,
  deleteTemplates,
} from '../db/queries/face-removal.js';
import { lockEvent } from '../db/queries/locks.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import { closeUpKey } from '../domain/object-keys.js';
import { linkPhotos } from '../pipeline/link-photos.js';
import type { ObjectStore } from '../ports/object-store.js';

/** What went because the event's mode allows it no longer. */
export interface RemovedFaces {
  readonly templates: number;
  readonly faces: number;
}

const CROPS_AT_ONCE = 1_000;

/**
 * Deletes what an earlier, wider `--faces` left in the event: templates in mode `detect`; faces and
 * their crops as well in mode `off`. Tags by face go with the templates they rested on. It goes by
 * what is there, not by what the mode was, so a run that was stopped is completed by the next.
 */
export async function applyFacesMode(
  { db, store }: { readonly db: Db; readonly store: ObjectStore },
  event: RaceEvent,
  similarityThreshold: number,
): Promise<RemovedFaces> {
  if (event.faces === 'index') return { templates: 0, faces: 0 };
  if (event.faces === 'off') await deleteCrops(db, store, event);
  return db.transaction(async (transaction) => {
    await lockEvent(transaction, event.id);
    const templates = await deleteTemplates(transaction, event.id);
    const faces = event.faces === 'off' ? await deleteFaces(transaction, event.id) : 0;
    // Without templates nothing is compared: this takes back the links that have lost their ground.
    await linkPhotos(transaction, event.id, [], similarityThreshold);
    return { templates, faces };
  });
}

/** Objects first: as long as one may be left, its row says so. */
async function deleteCrops(db: Db, store: ObjectStore, event: RaceEvent): Promise<void> {
  for (;;) {
    const crops = await cropsOfEvent(db, event.id, CROPS_AT_ONCE);
    if (crops.length === 0) return;
    for (const { objectKey } of crops) {
      await store.delete(closeUpKey(objectKey));
      await store.delete(objectKey);
    }
    await deleteCropRows(db, crops);
  }
}
