import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { query } from '../../../core/db/query.js';
import { DIGEST_PACE, queueDigests } from '../../../core/usecases/mail/queue-digests.js';
import { sendMails } from '../../../core/usecases/mail/send-mails.js';
import { unsubscribe } from '../../../core/usecases/mail/unsubscribe.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { insertEvent, insertFollower, insertPhoto, recordingMailer } from './mail-world.js';

const NEVER = new AbortController().signal;
const LONG_AGO = DIGEST_PACE.longestMinutes * 4;
const SECRET = 'a secret of these tests';

let database: TestDatabase;
let eventId: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await query(database.db, 'truncate events, mails, mail_unsubscribes cascade');
  eventId = await insertEvent(database.db, 'foulees');
});

const queue = () => queueDigests(database.db, DIGEST_PACE, NEVER);
const photo = (bib: string, minutesAgo = LONG_AGO) =>
  insertPhoto(database.db, eventId, { bib, minutesAgo });
const follow = (bib: string, email: string, isConfirmed = true) =>
  insertFollower(database.db, eventId, { bib, email, isConfirmed });

async function digests() {
  return query<{ to: string; data: { photoCount: number; bib?: string; photosPath: string } }>(
    database.db,
    `select recipient as "to", data from mails where kind = 'photos-available'
     order by created_at, recipient`,
  );
}

/** The last digest was long ago. */
async function passPause(): Promise<void> {
  await query(
    database.db,
    `update followers set notified_at = notified_at - interval '${DIGEST_PACE.pauseMinutes} minutes'`,
  );
}

test('a follower of a bib hears of its photos, in one mail', async () => {
  await follow('1204', 'lea@example.org');
  for (let count = 0; count < 3; count += 1) await photo('1204');
  await photo('77');
  expect(await queue()).toBe(1);
  expect(await digests()).toEqual([
    {
      to: 'lea@example.org',
      data: {
        eventName: 'foulees',
        bib: '1204',
        photoCount: 3,
        photoId: expect.any(String) as string,
        photosPath: '/events/foulees?q=1204',
      },
    },
  ]);
});

test('no photo is announced twice, and later ones are not forgotten', async () => {
  await follow('1204', 'lea@example.org');
  await photo('1204');
  expect(await queue()).toBe(1);
  await passPause();
  expect(await queue()).toBe(0);
  await photo('1204');
  expect(await queue()).toBe(1);
  expect((await digests()).map(({ data }) => data.photoCount)).toEqual([1, 1]);
});

test('two digests are half a day apart', async () => {
  await follow('1204', 'lea@example.org');
  await photo('1204');
  await queue();
  await photo('1204');
  expect(await queue()).toBe(0);
  await passPause();
  expect(await queue()).toBe(1);
});

test('photos that keep coming are waited for, but not for ever', async () => {
  await follow('1204', 'lea@example.org');
  await photo('1204', 1);
  expect(await queue()).toBe(0);
  await photo('1204', DIGEST_PACE.longestMinutes + 1);
  expect(await queue()).toBe(1);
  expect((await digests()).map(({ data }) => data.photoCount)).toEqual([2]);
});

test('a follower of the event hears of all photos', async () => {
  await follow('', 'club@example.org');
  await photo('1204');
  await photo('77');
  expect(await queue()).toBe(1);
  const [digest] = await digests();
  expect(digest?.data).toEqual({
    eventName: 'foulees',
    photoCount: 2,
    photoId: expect.any(String) as string,
    photosPath: '/events/foulees',
  });
  expect(await queue()).toBe(0);
});

test.each([
  ['who did not confirm', async () => follow('1204', 'lea@example.org', false)],
  ['of another bib', async () => follow('1205', 'lea@example.org')],
])('a follower %s hears nothing', async (_, followAs) => {
  await followAs();
  await photo('1204');
  expect(await queue()).toBe(0);
});

test.each([
  ['taken down', 'update photos set taken_down_at = now()'],
  ['blurry', `update photos set status = 'blurry'`],
  ['of a draft', `update events set state = 'draft'`],
  ['of an archived event', `update events set state = 'archived'`],
])('a photo that is %s is not announced', async (_, change) => {
  await follow('1204', 'lea@example.org');
  await follow('', 'club@example.org');
  await photo('1204');
  await query(database.db, change);
  expect(await queue()).toBe(0);
});

test('two processes tell every follower once', async () => {
  for (let index = 0; index < 20; index += 1) await follow('1204', `f${index}@example.org`);
  await photo('1204');
  const runs = await Promise.all([queue(), queue(), queue()]);
  expect(runs.reduce((sum, count) => sum + count, 0)).toBe(20);
  expect(new Set((await digests()).map(({ to }) => to)).size).toBe(20);
});

test('who stops the digests follows no more, and may follow anew', async () => {
  await follow('1204', 'lea@example.org');
  await photo('1204');
  await queue();
  const mailer = recordingMailer();
  await sendMails(
    {
      db: database.db,
      mailer,
      from: 'Focus Racer <photos@example.org>',
      publicUrl: 'https://photos.example.org',
      readPhoto: () => Promise.resolve(undefined),
      unsubscribeSecret: SECRET,
    },
    NEVER,
  );
  const token = /unsubscribe\/(\S+)>/.exec(
    mailer.messages[0]?.headers['List-Unsubscribe'] ?? '',
  )?.[1];
  await unsubscribe(database.db, token ?? '', SECRET);
  await photo('1204');
  expect(await queue()).toBe(0);
  await follow('1204', 'lea@example.org');
  expect(await queue()).toBe(1);
});
