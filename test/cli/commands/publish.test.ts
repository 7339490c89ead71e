import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPublicEvent } from '../../../core/db/queries/gallery-events.js';
import { query } from '../../../core/db/query.js';
import { getEvent } from '../../../core/db/queries/events.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { addPhotos } from '../../support/gallery-rows.js';
import { focusracerWithoutDatabase, type Focusracer } from '../support/focusracer.js';

let database: TestDatabase;
let focusracer: Focusracer;
beforeAll(async () => {
  database = await createTestDatabase();
  focusracer = await focusracerWithoutDatabase({ DATABASE_URL: database.url });
  await focusracer.run('event', 'create', 'Trail', '--place', 'Annecy');
});
afterAll(async () => {
  await focusracer.remove();
  await database.drop();
});

const isPublic = async () => (await findPublicEvent(database.db, 'trail')) !== undefined;

describe('focusracer publish', () => {
  it('shows a draft to everybody, offers the usual packs, and says what is missing', async () => {
    expect(await isPublic()).toBe(false);
    const published = await focusracer.run('publish', 'trail', '--seller', 'Ana Silva');
    expect(published).toMatchObject({ exitCode: 0, stderr: '' });
    const lines = published.stdout.split('\n');
    expect(lines[0]).toBe('"Trail" is public: http://127.0.0.1:4780/events/trail');
    expect(published.stdout).toContain('http://127.0.0.1:4780/qr/trail.png');
    expect(published.stdout).toContain('http://127.0.0.1:4780/qr/trail/poster.pdf');
    expect(lines.at(-1)).toMatch(/focusracer serve$/);
    expect(lines).toContain('Had no packs, sells now: 5 photos (original), €25.00');
    expect(lines).toContain('! No photo yet: focusracer ingest ./folder --event …');
    expect(lines).toContain('! Nobody hears of take-downs and sales: --seller-email …');
    expect(published.stdout).toContain(
      '! The legal pages leave out what nobody has said: operatorName,',
    );
    expect(published.stdout).not.toContain('No place');
    expect(published.stdout).not.toContain('No seller');
    expect(await isPublic()).toBe(true);
    expect(await focusracer.json('packs', 'list')).toHaveLength(5);
  });

  it('changes only what is given when it is published again, and tells programs all of it', async () => {
    const { id } = await getEvent(database.db, 'trail');
    await addPhotos(database.db, id, 3, { bib: '7' });
    const address = ['--seller-email', ' ana@example.org '];
    const [published] = await focusracer.json('event', 'publish', 'trail', ...address);
    expect(published).toMatchObject({
      event: { slug: 'trail', state: 'published' },
      path: '/events/trail',
      photos: 3,
      bibs: 1,
      untagged: 0,
      packsMade: [],
      missing: ['date', 'start-list', 'legal-pages'],
    });
  });

  it('keeps how photos are taken down until it is told otherwise', async () => {
    const modeOf = async (...options: string[]) =>
      (await focusracer.json('publish', 'trail', ...options))[0]?.['takeDowns'];
    expect(await modeOf()).toBe('confirmed');
    expect(await modeOf('--take-down', 'at-once')).toBe('at-once');
    expect(await modeOf()).toBe('at-once');
    expect(await focusracer.json('event', 'show', 'trail')).toMatchObject([
      { takeDowns: 'at-once' },
    ]);
    expect((await focusracer.run('event', 'show', 'trail')).stdout).toMatch(/Take-downs +at once/);
    expect((await focusracer.run('publish', 'trail', '--take-down', 'never')).exitCode).toBe(2);
    expect(await modeOf('--take-down', 'confirmed')).toBe('confirmed');
  });

  it('offers five covers, and takes the one that is named', async () => {
    const offered = await focusracer.json('event', 'edit', 'trail', '--cover');
    expect(offered).toHaveLength(3);
    expect(offered.map(({ isCurrent }) => isCurrent)).toEqual([true, false, false]);
    expect(offered[0]?.url).toMatch(/^http:\/\/127\.0\.0\.1:4780\/events\/trail\/photos\//);
    const cover = String(offered[2]?.id);
    const table = await focusracer.run('event', 'edit', 'trail', '--cover');
    expect(table.stdout).toContain(String(offered[2]?.url));
    expect(table.stderr).toContain('focusracer event edit trail --cover FILE');
    expect((await focusracer.run('event', 'edit', 'trail', '--cover', cover)).stderr).toBe(
      `Cover: ${cover} (was auto)`,
    );
    expect((await findPublicEvent(database.db, 'trail'))?.coverPhotoId).toBe(cover);
    const unclear = await focusracer.run('event', 'edit', 'trail', '--name', 'X', '--cover');
    expect(unclear).toMatchObject({ exitCode: 2 });
    const nobody = await focusracer.run('event', 'edit', 'trail', '--cover', 'nobody.jpg');
    expect(nobody).toMatchObject({ exitCode: 3 });
    const [auto] = await focusracer.json('event', 'edit', 'trail', '--cover', 'auto');
    expect(auto).toMatchObject({ changes: [{ field: 'cover', from: cover, to: 'auto' }] });
  });

  it.each([
    [['--seller-email', 'ana@example.org, all@example.org'], 'not an e-mail address'],
    [['--selfie-basis', 'consent'], '--selfie-notice'],
    [
      [
        '--selfie-basis',
        'fr=accord',
        '--selfie-notice',
        'en=We compare.',
        '--selfie-until',
        '2999-01-01',
      ],
      'in the same languages',
    ],
    [['--photographer', 'Ana'], 'KEY=NAME'],
  ])('refuses %j and leaves the event as it was', async (wrong, message) => {
    const before = await getEvent(database.db, 'trail');
    const refused = await focusracer.run('publish', 'trail', ...wrong);
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toContain(message);
    expect(await getEvent(database.db, 'trail')).toEqual(before);
  });

  it('takes what visitors agree to in both languages', async () => {
    await query(database.db, `update events set faces = 'index' where slug = 'trail'`);
    const texts = ['--selfie-basis', 'consent', '--selfie-basis', 'fr=accord'];
    const notices = ['--selfie-notice', 'fr=On compare.', '--selfie-notice', 'en=We compare.'];
    const published = await focusracer.run(
      'publish',
      'trail',
      ...texts,
      ...notices,
      '--selfie-until',
      '2999-01-01',
    );
    expect(published).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await findPublicEvent(database.db, 'trail'))?.selfieSearch?.texts).toEqual([
      { language: 'fr', legalBasis: 'accord', notice: 'On compare.' },
      { language: 'en', legalBasis: 'consent', notice: 'We compare.' },
    ]);
  });

  it('takes an event out of sight, and shows it again', async () => {
    const hidden = await focusracer.run('publish', 'trail', '--unpublish');
    expect(hidden.stderr).toBe('"trail" is out of sight. What was sold stays with its buyers.');
    expect(await isPublic()).toBe(false);
    await focusracer.run('publish', 'trail');
    expect(await isPublic()).toBe(true);
  });

  it('shows nothing any more of an event that is archived, until it is published again', async () => {
    await focusracer.run('event', 'archive', 'trail');
    expect(await isPublic()).toBe(false);
    const [again] = await focusracer.json('publish', 'trail');
    expect(again).toMatchObject({ event: { state: 'published' }, packsMade: [] });
    expect(await isPublic()).toBe(true);
  });

  it('knows no event of another name', async () => {
    expect(await focusracer.run('publish', 'nowhere')).toMatchObject({ exitCode: 3 });
  });
});
