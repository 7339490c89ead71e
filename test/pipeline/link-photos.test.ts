import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertEntries } from '../../core/db/queries/entries.js';
import { createEvent } from '../../core/db/queries/events.js';
import { forgetEvidence } from '../../core/db/queries/face-links.js';
import { insertFaces } from '../../core/db/queries/faces.js';
import { insertPhoto } from '../../core/db/queries/photos.js';
import { markPending } from '../../core/db/queries/pending.js';
import { insertReadings } from '../../core/db/queries/readings.js';
import { bibsOfPhotos, insertTags } from '../../core/db/queries/tags.js';
import { query } from '../../core/db/query.js';
import type { RaceEvent } from '../../core/domain/event.js';
import { derivePhotoId, type Bib, type PhotoId, type Sha256 } from '../../core/domain/ids.js';
import { quantise } from '../../core/linking/face-template.js';
import { finishEvent } from '../../core/pipeline/finish-event.js';
import { retagEvent } from '../../core/pipeline/retag.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
});

const OPTIONS = { nearDuplicates: false, nearDuplicateDistance: 5, similarityThreshold: 85 };

/** A face of person `who`: the same direction with a little noise of its own. */
function embeddingOf(who: number, noise: number): Float32Array {
  return Float32Array.from(
    { length: 512 },
    (_, at) => (at % 16 === who ? 1 : 0) + 0.1 * Math.sin(noise * 977 + at * 1.7),
  );
}

interface Shot {
  readonly who: number;
  readonly bib: Bib | undefined;
}

async function addPhoto(event: RaceEvent, shot: Shot, index: number): Promise<PhotoId> {
  const sha256 = index.toString(16).padStart(64, '0') as Sha256;
  const id = derivePhotoId(event.slug, sha256);
  await insertPhoto(database.db, {
    id,
    eventId: event.id,
    sha256,
    bytes: 1,
    originalPath: undefined,
    nearDuplicates: false,
    photo: {
      format: 'jpeg',
      width: 100,
      height: 100,
      capture: {
        local: undefined,
        offsetMinutes: undefined,
        cameraMake: undefined,
        cameraModel: undefined,
        cameraSerial: undefined,
        latitude: undefined,
        longitude: undefined,
      },
      perceptualHash: randomBytes(8),
      frameSignature: new Uint8Array(1),
      sharpness: 100,
      quality: 50,
      blurry: false,
      analysedBy: 'test',
      readings: [],
      faces: [],
      versions: [],
    },
  });
  const point = { x: 0.5, y: 0.2 };
  const face = {
    box: { left: 0.4, top: 0.1, width: 0.2, height: 0.2 },
    landmarks: [point, point, point, point, point] as const,
    confidence: 99,
    quality: 90,
    smile: undefined,
    eyesOpen: undefined,
    embedding: undefined,
  };
  const template = quantise(embeddingOf(shot.who, index));
  await insertFaces(database.db, id, [face], [shot.bib], { bytes: [template], days: 90 });
  return id;
}

async function linksOf(event: RaceEvent): Promise<unknown[]> {
  return query(
    database.db,
    `select encode(p.sha256, 'hex') as photo, t.bib, t.face_ordinal,
       (select encode(s.sha256, 'hex') from photos s where s.id = (t.evidence ->> 'photoId')::uuid) as source,
       t.confidence
     from tags t join photos p on p.id = t.photo_id
     where t.event_id = :eventId and t.source = 'face' order by photo, bib`,
    { eventId: event.id },
  );
}

describe('linking', () => {
  it('gives an orphan the bib of the same face, and nobody else’s', async () => {
    const event = await createEvent(database.db, { name: 'Orphan', timeZone: 'UTC' });
    await addPhoto(event, { who: 1, bib: '11' as Bib }, 1);
    await addPhoto(event, { who: 2, bib: '22' as Bib }, 2);
    await addPhoto(event, { who: 1, bib: undefined }, 3);
    await addPhoto(event, { who: 5, bib: undefined }, 4);
    await finishEvent(database.db, event, OPTIONS, () => undefined);
    expect(await linksOf(event)).toMatchObject([
      { photo: expect.stringMatching(/3$/), bib: '11', source: expect.stringMatching(/1$/) },
    ]);
  });

  it('takes a link back when the face it rests on loses its bib', async () => {
    const event = await createEvent(database.db, { name: 'Back', timeZone: 'UTC' });
    const bound = await addPhoto(event, { who: 1, bib: '11' as Bib }, 1);
    await addPhoto(event, { who: 1, bib: undefined }, 2);
    await finishEvent(database.db, event, OPTIONS, () => undefined);
    expect(await linksOf(event)).toHaveLength(1);
    await query(database.db, 'update faces set bib = null where photo_id = :bound', { bound });
    await forgetEvidence(database.db, event.id, [{ photoId: bound, ordinal: 0 }]);
    await finishEvent(database.db, event, OPTIONS, () => undefined);
    expect(await linksOf(event)).toEqual([]);
  });

  it('makes the link that a bib stood in the way of which the start list takes away', async () => {
    const event = await createEvent(database.db, { name: 'List', timeZone: 'UTC' });
    const bib = '11' as Bib;
    const named = await addPhoto(event, { who: 1, bib }, 1);
    const read = await addPhoto(event, { who: 1, bib: undefined }, 2);
    await insertTags(database.db, event.id, [
      {
        photoId: named,
        bib,
        source: 'manual',
        confidence: 100,
        evidence: { kind: 'manual' },
        faceOrdinal: undefined,
      },
    ]);
    const farFromTheFace = { left: 0.9, top: 0.9, width: 0.05, height: 0.04 };
    const reading = {
      text: '11',
      confidence: 99,
      weakestCharacter: 98,
      box: farFromTheFace,
      cut: { left: false, right: false },
    };
    await insertReadings(database.db, read, [reading], []);
    await retagEvent(database.db, event);
    await finishEvent(database.db, event, OPTIONS, () => undefined);
    expect(await bibsOfPhotos(database.db, [read])).toEqual(new Map([[read, [bib]]]));
    expect(await linksOf(event)).toEqual([]);

    const entry = { race: '', bib: '500' as Bib, firstName: 'Ada', lastName: 'Day' };
    await insertEntries(database.db, event.id, [{ entry }]);
    await retagEvent(database.db, event);
    await finishEvent(database.db, event, OPTIONS, () => undefined);
    const afterImport = await linksOf(event);
    expect(afterImport).toMatchObject([{ photo: expect.stringMatching(/2$/), bib }]);
    await markPending(database.db, [named, read]);
    await finishEvent(database.db, event, OPTIONS, () => undefined);
    expect(await linksOf(event)).toEqual(afterImport);
  });

  it('comes out the same whether the photos arrive at once or in any number of runs', async () => {
    const shot = fc.record({
      who: fc.nat(3),
      bib: fc.option(fc.constantFrom<Bib>('1' as Bib, '2' as Bib), { nil: undefined }),
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(shot, { minLength: 1, maxLength: 8 }),
        fc.array(fc.boolean()),
        async (shots, breaks) => {
          round += 1;
          // The same slug in both: ids derive from it.
          const name = `Runs ${round}`;
          const atOnce = await createEvent(database.db, { name, timeZone: 'UTC' });
          for (const [index, each] of shots.entries()) await addPhoto(atOnce, each, index);
          await finishEvent(database.db, atOnce, OPTIONS, () => undefined);
          const expected = await linksOf(atOnce);
          await query(database.db, 'delete from events where id = :id', { id: atOnce.id });

          const inRuns = await createEvent(database.db, { name, timeZone: 'UTC' });
          const order = [...shots.entries()].reverse();
          for (const [place, [index, each]] of order.entries()) {
            await addPhoto(inRuns, each, index);
            if (breaks[place] === true)
              await finishEvent(database.db, inRuns, OPTIONS, () => undefined);
          }
          await finishEvent(database.db, inRuns, OPTIONS, () => undefined);
          expect(await linksOf(inRuns)).toEqual(expected);
          // And once more over everything changes nothing.
          const all = await query<{ id: PhotoId }>(
            database.db,
            'select id from photos where event_id = :id',
            { id: inRuns.id },
          );
          await markPending(
            database.db,
            all.map(({ id }) => id),
          );
          await finishEvent(database.db, inRuns, OPTIONS, () => undefined);
          expect(await linksOf(inRuns)).toEqual(expected);
        },
      ),
      { numRuns: 15 },
    );
  });
});
