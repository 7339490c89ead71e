import { bindReadingsToFaces } from './face-binding.js';
import type { DetectedFace } from './face.js';
import type { Bib, PhotoId } from './ids.js';
import type { Reading } from './reading.js';
import { resolveReadings, type ResolvedReadings, type ResolveOptions } from './resolve-readings.js';
import type { Tag } from './tag.js';

/** What the rules made of one reading, for the record and for review. */
export interface ReadingResolution {
  readonly kind: 'tag' | 'unconfirmed' | 'dropped';
  readonly bib?: Bib;
  readonly reason?: string;
}

/** What people said about a photo; the rules do not overrule it. */
export interface Decisions {
  readonly tagged: ReadonlySet<Bib>;
  readonly vetoed: ReadonlySet<Bib>;
}

const NO_DECISIONS: Decisions = { tagged: new Set(), vetoed: new Set() };

export interface TaggedPhoto {
  /** One for each reading, in the same order. */
  readonly resolutions: readonly ReadingResolution[];
  /** By reading alone; tags by a person are not repeated here. */
  readonly tags: readonly Tag[];
  /** One for each face, in the same order: the bib on the same body. */
  readonly faceBibs: readonly (Bib | undefined)[];
}

/** Tags one photo from its own readings. Run again at any time from what is stored. */
export function tagPhoto(
  photoId: PhotoId,
  photo: {
    readonly readings: readonly Reading[];
    readonly faces: readonly Pick<DetectedFace, 'box'>[];
  },
  rules: ResolveOptions,
  decisions: Decisions = NO_DECISIONS,
): TaggedPhoto {
  const resolved = resolveReadings(photo.readings, rules);
  const accepted = resolved.tags.filter((tag) => !decisions.vetoed.has(tag.bib));
  const bound = bindReadingsToFaces(
    photo.faces,
    accepted.flatMap((tag) => photo.readings[tag.readingIndex] ?? []),
  );
  const faceBibs = photo.faces.map((_, face) => {
    const index = bound[face];
    return index === undefined ? undefined : accepted[index]?.bib;
  });
  bindByElimination(faceBibs, decisions.tagged);
  const tags = accepted
    .filter((tag) => !decisions.tagged.has(tag.bib))
    .flatMap((tag): Tag[] => {
      const reading = photo.readings[tag.readingIndex];
      if (reading === undefined) return [];
      const faceOrdinal = faceBibs.indexOf(tag.bib);
      return [
        {
          photoId,
          bib: tag.bib,
          source: tag.source,
          confidence: tag.confidence,
          evidence: { kind: 'reading', text: reading.text, box: reading.box, reason: tag.reason },
          faceOrdinal: faceOrdinal === -1 ? undefined : faceOrdinal,
        },
      ];
    });
  return { resolutions: resolutionsOf(photo.readings.length, resolved), tags, faceBibs };
}

/** A person named a bib that was not read, and one face is left: it can only be that face's. */
function bindByElimination(faceBibs: (Bib | undefined)[], tagged: ReadonlySet<Bib>): void {
  const [bib, otherBib] = [...tagged].filter((tag) => !faceBibs.includes(tag));
  const free = faceBibs.flatMap((bound, face) => (bound === undefined ? [face] : []));
  const [face, otherFace] = free;
  if (bib === undefined || face === undefined || otherBib !== undefined || otherFace !== undefined)
    return;
  faceBibs[face] = bib;
}

function resolutionsOf(count: number, resolved: ResolvedReadings): ReadingResolution[] {
  const resolutions = Array.from({ length: count }, (): ReadingResolution => ({
    kind: 'dropped',
    reason: 'read-twice',
  }));
  for (const tag of resolved.tags) {
    resolutions[tag.readingIndex] = { kind: 'tag', bib: tag.bib, reason: tag.reason };
  }
  for (const { readingIndex, reason } of resolved.unconfirmed) {
    resolutions[readingIndex] = { kind: 'unconfirmed', reason };
  }
  for (const { readingIndex, reason } of resolved.dropped) {
    resolutions[readingIndex] = { kind: 'dropped', reason };
  }
  return resolutions;
}
