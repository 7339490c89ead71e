import { inBatches } from './batches.js';
import {
  frameHashes,
  loadFrames,
  markKept,
  markNearDuplicate,
  nearDuplicatesOf,
  type FrameRow,
} from '../db/queries/photos.js';
import type { Db } from '../db/query.js';
import { createDisjointSets } from '../domain/disjoint-sets.js';
import { createFrameIndex } from '../domain/frame-index.js';
import { groupNearDuplicates } from '../domain/group-near-duplicates.js';
import type { EventId, PhotoId } from '../domain/ids.js';
import { isSameFrame } from '../domain/near-duplicates.js';

type Pair = readonly [PhotoId, PhotoId];

/**
 * Compares those photos with every photo of the event and settles, for each group of the same
 * frame, which photo is kept. What a group looks like depends on its members alone, not on when
 * they arrived: a larger one that comes later takes the keeper's place.
 */
export async function findNearDuplicates(
  transaction: Db,
  eventId: EventId,
  photoIds: readonly PhotoId[],
  distance: number,
): Promise<void> {
  const same = await samePairs(
    transaction,
    candidatePairs(transaction, eventId, photoIds, distance),
  );
  if (same.length === 0) return;
  const members = await withTheirGroups(transaction, new Set(same.flat()));
  const frames = new Map(members.map((frame) => [frame.id, frame]));
  for (const group of groupNearDuplicates(members, [...same, ...knownPairs(members)])) {
    const keeper = frames.get(group.keeper);
    if (keeper !== undefined && keeper.status !== 'kept') await markKept(transaction, keeper.id);
    for (const id of group.duplicates) {
      if (frames.get(id)?.duplicateOf !== group.keeper)
        await markNearDuplicate(transaction, id, group.keeper);
    }
  }
}

/** Lets the whole event pass by an index of the few photos in question. */
async function* candidatePairs(
  db: Db,
  eventId: EventId,
  photoIds: readonly PhotoId[],
  distance: number,
): AsyncGenerator<Pair> {
  const index = createFrameIndex(distance);
  const ids: PhotoId[] = [];
  for await (const row of frameHashes(db, eventId, photoIds)) {
    index.add(row);
    ids.push(row.id);
  }
  if (ids.length === 0) return;
  const indexed = new Set(ids);
  for await (const row of frameHashes(db, eventId)) {
    for (const position of index.candidates(row)) {
      const other = ids[position];
      // Two photos of the index find each other: once is enough.
      if (other === undefined || other === row.id || (indexed.has(row.id) && other < row.id))
        continue;
      yield [row.id, other];
    }
  }
}

/** Pairs whose frames are in memory together. */
const PAIRS_AT_ONCE = 50_000;

/** The candidates that are the same frame; of those that others join already, none. */
async function samePairs(db: Db, candidates: AsyncIterable<Pair>): Promise<Pair[]> {
  const joined = createDisjointSets<PhotoId>();
  const same: Pair[] = [];
  for await (const batch of inBatches(candidates, PAIRS_AT_ONCE)) {
    const rows = await loadFrames(db, [...new Set(batch.flat())]);
    const frames = new Map(rows.map((frame) => [frame.id, frame]));
    for (const [a, b] of batch) {
      const [one, other] = [frames.get(a), frames.get(b)];
      if (one === undefined || other === undefined) continue;
      if (joined.representativeOf(a) === joined.representativeOf(b)) continue;
      if (!isSameFrame(one, other)) continue;
      joined.join(a, b);
      same.push([a, b]);
    }
  }
  return same;
}

/** The photos and all others in their present groups, so that groups that meet become one. */
async function withTheirGroups(db: Db, ids: ReadonlySet<PhotoId>): Promise<FrameRow[]> {
  const first = await loadFrames(db, [...ids]);
  const keepers = new Set(first.map((frame) => frame.duplicateOf ?? frame.id));
  const all = new Set([...ids, ...keepers, ...(await nearDuplicatesOf(db, [...keepers]))]);
  return loadFrames(db, [...all]);
}

function knownPairs(members: readonly FrameRow[]): Pair[] {
  return members.flatMap((frame) =>
    frame.duplicateOf === undefined ? [] : [[frame.id, frame.duplicateOf] as const],
  );
}
