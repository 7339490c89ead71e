import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countEvent } from '../../core/db/queries/event-counts.js';
import {
  createEvent,
  findEvent,
  getEvent,
  listEvents,
  markFacesNoticed,
  updateEvent,
} from '../../core/db/queries/events.js';
import { findKnownFiles, recordFile, touchFile } from '../../core/db/queries/files.js';
import { claimFolder, eventOfFolder } from '../../core/db/queries/folders.js';
import { withLock } from '../../core/db/queries/locks.js';
import { startRun } from '../../core/db/queries/runs.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
});

describe('events', () => {
  it('get the first free slug of their name', async () => {
    const first = await createEvent(database.db, {
      name: 'Foulées d’Été',
      timeZone: 'Europe/Paris',
    });
    const second = await createEvent(database.db, {
      name: 'Foulées d’Été',
      timeZone: 'Europe/Paris',
    });
    expect([first.slug, second.slug]).toEqual(['foulees-d-ete', 'foulees-d-ete-2']);
  });

  it('are found by slug, by a name that only one bears, and never by a name that two bear', async () => {
    await createEvent(database.db, {
      name: 'Nice 10K',
      timeZone: 'Europe/Paris',
      date: '2026-05-17',
    });
    expect((await getEvent(database.db, 'nice-10k')).date).toBe('2026-05-17');
    expect((await getEvent(database.db, 'Nice 10K')).slug).toBe('nice-10k');
    expect(await findEvent(database.db, 'Lyon')).toBeUndefined();
    await expect(getEvent(database.db, 'Foulées d’Été')).rejects.toMatchObject({
      code: 'event.ambiguous',
    });
    await expect(getEvent(database.db, 'Lyon')).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('keep what an update does not name', async () => {
    const event = await createEvent(database.db, {
      name: 'Trail',
      timeZone: 'UTC',
      place: 'Briançon',
      faces: 'detect',
    });
    const updated = await updateEvent(database.db, event.id, { sport: 'trail', state: 'archived' });
    expect(updated).toMatchObject({
      place: 'Briançon',
      faces: 'detect',
      sport: 'trail',
      state: 'archived',
    });
    expect((await listEvents(database.db)).map(({ slug }) => slug)).toContain('trail');
  });

  it('ask for the faces notice once', async () => {
    const event = await createEvent(database.db, { name: 'Notice', timeZone: 'UTC' });
    expect(await markFacesNoticed(database.db, event.id)).toBe(true);
    expect(await markFacesNoticed(database.db, event.id)).toBe(false);
  });
});

describe('files', () => {
  it('are known again by the bytes of their names, to the nanosecond', async () => {
    const event = await createEvent(database.db, { name: 'Files', timeZone: 'UTC' });
    const root = Buffer.from('/cards/one');
    const folderId = await claimFolder(database.db, event.id, root);
    expect(await claimFolder(database.db, event.id, root)).toBe(folderId);
    const runId = await startRun(database.db, event.id, folderId);
    const path = Buffer.from([0x69, 0xe9, 0x0a]);
    const file = {
      folderId,
      runId,
      path,
      displayPath: 'i\\xE9\\n',
      bytes: 5_000_000_000,
      modifiedNs: 1_700_000_000_123_456_789n,
      outcome: 'unsupported' as const,
      reason: 'text',
      photoId: undefined,
    };
    await recordFile(database.db, file);
    const known = await findKnownFiles(database.db, folderId, [path, Buffer.from('other')]);
    expect([...known.entries()]).toEqual([
      [
        path.toString('hex'),
        {
          bytes: 5_000_000_000,
          modifiedNs: file.modifiedNs,
          outcome: 'unsupported',
          photoId: undefined,
        },
      ],
    ]);
    await touchFile(database.db, folderId, path, { bytes: 6, modifiedNs: 7n });
    expect(
      (await findKnownFiles(database.db, folderId, [path])).get(path.toString('hex')),
    ).toMatchObject({ bytes: 6, modifiedNs: 7n });
    expect(await eventOfFolder(database.db, root)).toBe('files');
    expect(await countEvent(database.db, event.id)).toMatchObject({
      files: 1,
      unsupported: 1,
      photos: 0,
      kept: 0,
    });
  });
});

describe('a lock', () => {
  it('is refused while another session holds it, and free afterwards', async () => {
    const result = await withLock(database.db, 'folder x', () =>
      withLock(database.db, 'folder x', () => Promise.resolve('both')),
    );
    expect(result).toEqual({ kind: 'done', value: { kind: 'busy' } });
    expect(await withLock(database.db, 'folder x', () => Promise.resolve('again'))).toEqual({
      kind: 'done',
      value: 'again',
    });
  });
});
