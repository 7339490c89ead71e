import { manualDecisions } from '../db/queries/tags.js';
import { startListBibs, startListVersion } from '../db/queries/start-list-bibs.js';
import type { Db } from '../db/query.js';
import { buildBibIndex } from '../domain/bib-index.js';
import type { RaceEvent } from '../domain/event.js';
import { bibPatternOf } from '../domain/event-details.js';
import type { PhotoId } from '../domain/ids.js';
import type { AnalysedPhoto } from '../domain/photo.js';
import type { ResolveOptions } from '../domain/resolve-readings.js';
import { tagPhoto, type TaggedPhoto } from '../domain/tag-photo.js';

/** Tags photos by the event's start list as it is at that moment. */
export interface PhotoTagger {
  /** Within the transaction that stores the photo, so that no import slips in between. */
  tag(
    transaction: Db,
    photoId: PhotoId,
    photo: Pick<AnalysedPhoto, 'readings' | 'faces'>,
  ): Promise<TaggedPhoto>;
}

export function createPhotoTagger(event: Pick<RaceEvent, 'id' | 'bibPattern'>): PhotoTagger {
  let current: { readonly version: number; readonly rules: ResolveOptions } | undefined;

  async function rulesNow(db: Db): Promise<ResolveOptions> {
    const version = await startListVersion(db, event.id);
    if (current?.version !== version) current = { version, rules: await loadRules(db, event) };
    return current.rules;
  }

  return {
    async tag(db, photoId, photo) {
      const rules = await rulesNow(db);
      const decisions = await manualDecisions(db, [photoId]);
      return tagPhoto(photoId, photo, rules, decisions.get(photoId));
    },
  };
}

export async function loadRules(
  db: Db,
  event: Pick<RaceEvent, 'id' | 'bibPattern'>,
): Promise<ResolveOptions> {
  const bibs = await startListBibs(db, event.id);
  return {
    ...(bibs.length === 0 ? {} : { startList: buildBibIndex(bibs) }),
    ...(event.bibPattern === undefined ? {} : { pattern: bibPatternOf(event.bibPattern) }),
  };
}
