import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listEvents } from '../../core/db/queries/events.js';
import { planIngest } from '../../core/usecases/plan-ingest.js';
import { createIngestWorld, type IngestWorld } from '../support/ingest-world.js';
import { madeJpeg } from '../support/made-photos.js';

let world: IngestWorld;

beforeAll(async () => {
  world = await createIngestWorld();
});
afterAll(async () => {
  await world.remove();
});

const namesOf = async (): Promise<string[]> =>
  (await listEvents(world.db)).map(({ name }) => name).sort();

describe('a card path that comes back with another race', () => {
  it('makes an event of its own under another name, and renames none', async () => {
    await writeFile(join(world.photos, 'a.jpg'), await madeJpeg(1));
    await world.ingest({ details: { name: 'Race A' } });
    const wanted = {
      folder: world.photos,
      event: undefined,
      details: { name: 'Race B' },
      startList: undefined,
    };
    expect(await planIngest(world.db, wanted)).toMatchObject({
      event: 'race-b',
      isNewEvent: true,
      new: 1,
    });
    const { summary } = await world.ingest({ details: { name: 'Race B' } });
    expect(summary).toMatchObject({ event: 'race-b', kept: 1 });
    expect(await namesOf()).toEqual(['Race A', 'Race B']);
  });

  it('goes on with the event of that name, else with the last', async () => {
    const again = await world.ingest({ details: { name: 'Race A' } });
    expect(again.summary).toMatchObject({ event: 'race-a', known: 1 });
    expect((await world.ingest()).summary).toMatchObject({ event: 'race-a', known: 1 });
    expect(await namesOf()).toEqual(['Race A', 'Race B']);
  });

  it('keeps the name of the event given by --event, and takes its other details', async () => {
    const details = { name: 'Race C', place: 'Nice' };
    await world.ingest({ event: 'race-a', details });
    expect(await listEvents(world.db)).toContainEqual(
      expect.objectContaining({ slug: 'race-a', name: 'Race A', place: 'Nice' }),
    );
    expect(await namesOf()).toEqual(['Race A', 'Race B']);
  });
});

describe('an event that --event names and that is not there', () => {
  it('is made under that slug, whatever its name, so that the same command goes on', async () => {
    const request = { event: 'lights', details: { name: 'Run of Lights' } };
    const wanted = { ...request, folder: world.photos, startList: undefined };
    expect(await planIngest(world.db, wanted)).toMatchObject({ event: 'lights', isNewEvent: true });
    expect((await world.ingest(request)).summary).toMatchObject({ event: 'lights', kept: 1 });
    expect((await world.ingest(request)).summary).toMatchObject({ event: 'lights', known: 1 });
    await world.db('events').where({ slug: 'lights' }).delete();
  });

  it('is not guessed where it has a name and what is given is no slug', async () => {
    await expect(
      world.ingest({ event: 'Run of Lights!', details: { name: 'Run' } }),
    ).rejects.toMatchObject({ code: 'event.bad-slug' });
  });
});

describe('a bib pattern', () => {
  const tags = async () => world.db('tags').select('bib');

  it('given to an event that has photos judges what was read in them', async () => {
    await world.ingest({ event: 'race-a' });
    expect(await tags()).not.toEqual([]);
    await world.ingest({ event: 'race-a', details: { bibPattern: '[A-Z]\\d{4}' } });
    const inRaceA = world.db('events').where({ slug: 'race-a' }).select('id');
    expect(await world.db('tags').whereIn('event_id', inRaceA)).toEqual([]);
    await world.ingest({ event: 'race-a', details: { bibPattern: '\\d{3}' } });
    expect(await world.db('tags').whereIn('event_id', inRaceA)).not.toEqual([]);
  });
});
