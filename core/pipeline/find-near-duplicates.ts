import {
  frameHashes,
  loadFrames,
  markKept,
  markNearDuplicate,
  nearDuplicatesOf,
  type FrameRow,
} from '../db/queries/photos.js';
import type { Db } from '../db/query.js';
import { groupNearDuplicates } from '../domain/group-near-duplicates.js';
import { createHashIndex, type HashIndex } from '../domain/hash-index.js';
import type { EventId, PhotoId } from '../domain/ids.js';
import { isSameFrame } from '../domain/near-duplicates.js';

interface EventHashes {
  readonly index: HashIndex;
  /** The photo at each position of the index. */
  readonly ids: readonly PhotoId[];
  readonly pending: ReadonlyMap<PhotoId, Buffer>;
}

/**
 * Compares the pending photos with every photo of the event and settles, for each group of the
 * same frame, which photo is kept. What a group looks like depends on its members alone, not on
 * when they arrived: a larger one that comes later takes the keeper's place.
 */
export async function findNearDuplicates(
  transaction: Db,
  eventId: EventId,
  distance: number,
): Promise<void> {
  const hashes = await loadHashes(transaction, eventId, distance);
  const candidates = candidatePairs(hashes);
  if (candidates.length === 0) return;
  const members = await withTheirGroups(transaction, new Set(candidates.flat()));
  const frames = new Map(members.map((frame) => [frame.id, frame]));
  const pairs = [...samePairs(candidates, frames), ...knownPairs(members)];
  for (const group of groupNearDuplicates(members, pairs)) {
    const keeper = frames.get(group.keeper);
    if (keeper !== undefined && keeper.status !== 'kept') await markKept(transaction, keeper.id);
    for (const id of group.duplicates) {
      if (frames.get(id)?.duplicateOf !== group.keeper)
        await markNearDuplicate(transaction, id, group.keeper);
    }
  }
}

async function loadHashes(db: Db, eventId: EventId, distance: number): Promise<EventHashes> {
  const index = createHashIndex({ maximumDistance: distance });
  const ids: PhotoId[] = [];
  const pending = new Map<PhotoId, Buffer>();
  for await (const row of frameHashes(db, eventId)) {
    index.add(row.hash);
    ids.push(row.id);
    if (row.pending) pending.set(row.id, row.hash);
  }
  return { index, ids, pending };
}

function candidatePairs({ index, ids, pending }: EventHashes): [PhotoId, PhotoId][] {
  const pairs: [PhotoId, PhotoId][] = [];
  for (const [id, hash] of pending) {
    for (const position of index.query(hash)) {
      const other = ids[position];
      // Two pending photos find each other: once is enough.
      if (other === undefined || other === id || (pending.has(other) && other < id)) continue;
      pairs.push([id, other]);
    }
  }
  return pairs;
}

/** The photos and all others in their present groups, so that groups that meet become one. */
async function withTheirGroups(db: Db, ids: ReadonlySet<PhotoId>): Promise<FrameRow[]> {
  const first = await loadFrames(db, [...ids]);
  const keepers = new Set(first.map((frame) => frame.duplicateOf ?? frame.id));
  const all = new Set([...ids, ...keepers, ...(await nearDuplicatesOf(db, [...keepers]))]);
  return loadFrames(db, [...all]);
}

function samePairs(
  candidates: readonly (readonly [PhotoId, PhotoId])[],
  frames: ReadonlyMap<PhotoId, FrameRow>,
): (readonly [PhotoId, PhotoId])[] {
  return candidates.filter(([a, b]) => {
    const [one, other] = [frames.get(a), frames.get(b)];
    return one !== undefined && other !== undefined && isSameFrame(one, other);
  });
}

function knownPairs(members: readonly FrameRow[]): (readonly [PhotoId, PhotoId])[] {
  return members.flatMap((frame) =>
    frame.duplicateOf === undefined ? [] : [[frame.id, frame.duplicateOf] as const],
  );
}
