import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getEvent, listEvents } from '../../core/db/queries/events.js';
import { templatePages } from '../../core/db/queries/face-links.js';
import { expireTemplates } from '../../core/db/queries/faces.js';
import { query } from '../../core/db/query.js';
import { closeUpKey } from '../../core/domain/object-keys.js';
import type { VisionEngine } from '../../core/ports/vision.js';
import { deleteEvent, planEventDeletion } from '../../core/usecases/delete-event.js';
import { colourEngine, createIngestWorld, sameThreadPool } from '../support/ingest-world.js';
import type { IngestWorld } from '../support/ingest-world.js';
import { madeJpeg } from '../support/made-photos.js';

let world: IngestWorld;

beforeAll(async () => {
  world = await createIngestWorld();
  for (const seed of [1, 2, 3])
    await writeFile(join(world.photos, `${seed}.jpg`), await madeJpeg(seed));
});
afterAll(async () => {
  await world.remove();
});

/** The first picture has a bib under a face; all others have the same face alone. */
function oneRunnerEngine(): VisionEngine {
  let seen = 0;
  return {
    ...colourEngine,
    async analyse(picture, options) {
      seen += 1;
      const point = { x: 0.5, y: 0.2 };
      const { readings } = await colourEngine.analyse(picture, options);
      const embedding = Float32Array.from({ length: 512 }, (_, at) => Math.sin(at));
      const face = {
        box: { left: 0.42, top: 0.3, width: 0.08, height: 0.1 },
        landmarks: [point, point, point, point, point] as const,
        confidence: 99,
        quality: 90,
        smile: undefined,
        eyesOpen: undefined,
        embedding: options.faces === 'index' ? embedding : undefined,
      };
      return { readings: seen === 1 ? readings : [], faces: [face] };
    },
  };
}

const count = async (sql: string): Promise<number> =>
  (await query<{ n: number }>(world.db, `select count(*)::int as n from ${sql}`))[0]?.n ?? -1;
const templates = () => count('faces where embedding is not null or match is not null');
const linked = () => count("tags where source = 'face'");
const crops = async () => (await world.objectKeys()).filter((key) => key.includes('/crop-'));

describe('a mode of faces that keeps less than the one before', () => {
  beforeEach(async () => {
    for (const { slug } of await listEvents(world.db))
      await deleteEvent(world, await planEventDeletion(world, slug));
    const pool = sameThreadPool(1, oneRunnerEngine());
    await world.ingest({ event: 'race' }, { pool: { ...pool, size: -1 } });
    expect(await linked()).toBe(2);
    expect(await crops()).toHaveLength(3);
  });

  it('deletes templates at once by "detect", and the tags that rested on them', async () => {
    await world.ingest({ event: 'race', details: { faces: 'detect' } });
    expect(await templates()).toBe(0);
    expect(await linked()).toBe(0);
    expect(await count("tags where source = 'reading'")).toBe(1);
    expect(await count('faces')).toBe(3);
    expect(await crops()).toHaveLength(3);
  });

  it('deletes faces, crops and their objects as well by "off", also what visitors were shown of them', async () => {
    const before = await world.objectKeys();
    for (const crop of await crops()) await world.store.put(closeUpKey(crop), Buffer.from('seen'));
    expect(await world.objectKeys()).not.toEqual(before);
    await world.ingest({ event: 'race', details: { faces: 'off' } });
    expect(await count('faces')).toBe(0);
    expect(await count("versions where kind = 'crop'")).toBe(0);
    expect(await linked()).toBe(0);
    expect(await count('tags where face_ordinal is not null')).toBe(0);
    expect(await world.objectKeys()).toEqual(before.filter((key) => !key.includes('/crop-')));
  });

  it('does not use a template whose time is over, whether or not it is deleted yet', async () => {
    await query(world.db, "update faces set embedding_expires_at = now() - interval '1 second'");
    const { id } = await getEvent(world.db, 'race');
    for await (const page of templatePages(world.db, id, { outside: [] }, 'kept', 10))
      expect(page).toEqual([]);
    expect(await expireTemplates(world.db)).toBe(3);
    expect(await expireTemplates(world.db)).toBe(0);
  });
});
