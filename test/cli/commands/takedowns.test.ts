import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../../core/db/query.js';
import { takeDownPhoto } from '../../../core/usecases/gallery/take-down-photo.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { addPhotos, publishedEvent } from '../../support/gallery-rows.js';
import { focusracerWithoutDatabase, type Focusracer } from '../support/focusracer.js';

let database: TestDatabase;
let focusracer: Focusracer;
let photos: readonly string[];

async function takeDown(photoId: string | undefined, operatorEmail?: string): Promise<string> {
  const { reference } = await takeDownPhoto(
    { db: database.db, operator: { email: operatorEmail, language: 'en' } },
    { slug: 'hidden-run', photoId: photoId ?? '', email: undefined, reason: 'me', language: 'fr' },
  );
  return reference;
}

beforeAll(async () => {
  database = await createTestDatabase();
  focusracer = await focusracerWithoutDatabase({ DATABASE_URL: database.url });
  const event = await publishedEvent(database.db, 'Hidden run');
  photos = await addPhotos(database.db, event.id, 3);
});
afterAll(async () => {
  await focusracer.remove();
  await database.drop();
});

async function hiddenPhotos(): Promise<number> {
  const rows = await query(database.db, 'select 1 from photos where taken_down_at is not null');
  return rows.length;
}

describe('focusracer takedowns', () => {
  it('lists what visitors took down, and shows a photo again', async () => {
    const [first, second] = [await takeDown(photos[0]), await takeDown(photos[1])];
    const listed = await focusracer.json('takedowns', 'list', '--event', 'hidden-run');
    expect(listed.map(({ reference }) => reference).sort()).toEqual([first, second].sort());
    expect(listed[0]).toMatchObject({ eventSlug: 'hidden-run', reason: 'me' });

    const undone = await focusracer.run('takedowns', 'undo', first.toLowerCase());
    expect(undone).toMatchObject({ exitCode: 0, stdout: '' });
    expect(undone.stderr).toContain('The public sees');
    expect(await hiddenPhotos()).toBe(1);
    expect(await focusracer.json('takedowns', 'list')).toMatchObject([{ reference: second }]);
    expect(await focusracer.json('takedowns', 'list', '--all')).toHaveLength(2);
    const again = await focusracer.run('takedowns', 'undo', first, '--lang', 'fr');
    expect(again.stderr).toContain('était déjà visible');
  });

  it('knows no request by a reference that is none', async () => {
    for (const reference of ['00000000', '%', 'x'])
      expect(await focusracer.run('takedowns', 'undo', reference)).toMatchObject({ exitCode: 3 });
    expect(await hiddenPhotos()).toBe(1);
  });

  it('is told of by mail, to the seller where the event names one', async () => {
    const recipients = () =>
      query(database.db, `select recipient from mails where kind = 'photo-taken-down'`);
    expect(await recipients()).toEqual([]);
    const reference = await takeDown(photos[2], 'operator@example.org');
    expect(await recipients()).toEqual([{ recipient: 'operator@example.org' }]);
    await focusracer.run('takedowns', 'undo', reference);
    await query(database.db, `update events set seller_email = 'seller@example.org'`);
    await takeDown(photos[2], 'operator@example.org');
    expect(await recipients()).toContainEqual({ recipient: 'seller@example.org' });
  });
});
