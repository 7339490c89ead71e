import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../../core/db/query.js';
import { reportWrongMatch } from '../../../core/usecases/gallery/report-wrong-match.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { addPhotos, publishedEvent } from '../../support/gallery-rows.js';
import { focusracerWithoutDatabase, type Focusracer } from '../support/focusracer.js';

let database: TestDatabase;
let focusracer: Focusracer;
let photos: readonly string[];

const report = (photoId: string | undefined, note?: string) =>
  reportWrongMatch(database.db, { slug: 'doubted-run', photoId: photoId ?? '', bib: '7', note });

beforeAll(async () => {
  database = await createTestDatabase();
  focusracer = await focusracerWithoutDatabase({ DATABASE_URL: database.url });
  const event = await publishedEvent(database.db, 'Doubted run');
  photos = await addPhotos(database.db, event.id, 2, { bib: '7' });
});
afterAll(async () => {
  await focusracer.remove();
  await database.drop();
});

describe('focusracer reports', () => {
  it('lists the bibs that visitors doubt, with what they wrote, until somebody decides', async () => {
    const [right = '', wrong = ''] = photos;
    await report(right, 'not me');
    await report(right);
    await report(wrong);
    const listed = await focusracer.json('reports', 'list', '--event', 'doubted-run');
    expect(listed).toMatchObject([
      { photoId: wrong, bib: '7', times: 1 },
      { photoId: right, bib: '7', times: 2, note: 'not me' },
    ]);

    const done = await focusracer.run('reports', 'done', right, '7');
    expect(done.stderr).toContain('keeps the bib 7');
    expect((await focusracer.run('reports', 'done', right, '7')).stderr).toContain('Nothing');
    // As untag does: a tag that is gone needs no decision any more.
    await query(database.db, 'delete from tags where photo_id = :wrong', { wrong });
    expect(await focusracer.json('reports', 'list')).toEqual([]);
    expect(await focusracer.json('reports', 'list', '--all')).toMatchObject([{ photoId: right }]);
    const { stderr } = await focusracer.run('reports', 'list', '--lang', 'fr');
    expect(stderr).toContain('Aucun dossard');
  });
});
