import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../../core/db/query.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { addPhotos, publishedEvent } from '../../support/gallery-rows.js';
import {
  takeDown as confirmedTakeDown,
  takeDownDeps,
} from '../../usecases/take-downs/take-down-world.js';
import { focusracerWithoutDatabase, type Focusracer } from '../support/focusracer.js';

let database: TestDatabase;
let focusracer: Focusracer;
let photos: readonly string[];

function takeDown(index: number, email = 'zoe@example.org'): Promise<string> {
  const request = { slug: 'hidden-run', photoId: photos[index] ?? '', email, reason: 'me' };
  return confirmedTakeDown(takeDownDeps(database.db, 'operator@example.org'), request);
}

beforeAll(async () => {
  database = await createTestDatabase();
  focusracer = await focusracerWithoutDatabase({ DATABASE_URL: database.url });
  const event = await publishedEvent(database.db, 'Hidden run');
  photos = await addPhotos(database.db, event.id, 4);
});
beforeEach(async () => {
  for (const change of [
    'delete from take_downs',
    'delete from mails',
    'update photos set taken_down_at = null',
  ])
    await query(database.db, change);
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
    const [first, second] = [await takeDown(0), await takeDown(1)];
    const listed = await focusracer.json('takedowns', 'list', '--event', 'hidden-run');
    expect(listed.map(({ reference }) => reference).sort()).toEqual([first, second].sort());
    expect(listed[0]).toMatchObject({
      eventSlug: 'hidden-run',
      reason: 'me',
      state: 'standing',
      buyers: 0,
    });
    expect(await focusracer.json('takedowns', 'list', '--waiting')).toEqual([]);

    const undone = await focusracer.run('takedowns', 'undo', first.toLowerCase());
    expect(undone).toMatchObject({ exitCode: 0, stdout: '' });
    expect(undone.stderr).toContain('The public sees 1 photo again');
    expect(await hiddenPhotos()).toBe(1);
    expect(await focusracer.json('takedowns', 'list')).toMatchObject([{ reference: second }]);
    expect(await focusracer.json('takedowns', 'list', '--all')).toHaveLength(2);
    const again = await focusracer.run('takedowns', 'undo', first, '--lang', 'fr');
    expect(again.stderr).toContain('Rien à annuler');
  });

  it('undoes many by their time, address and event, after a look at what that is', async () => {
    for (const index of [0, 1, 2]) await takeDown(index, 'prank@example.org');
    await takeDown(3);
    const chosen = ['--event', 'hidden-run', '--since', '2h', '--address', 'prank@example.org'];
    const counts = { requests: 3, shown: 3, stillHidden: 0 };
    expect(await focusracer.json('takedowns', 'undo', ...chosen, '--dry-run')).toEqual([
      { ...counts, planned: true },
    ]);
    expect(await hiddenPhotos()).toBe(4);
    expect(await focusracer.json('takedowns', 'undo', ...chosen)).toEqual([
      { ...counts, planned: false },
    ]);
    expect(await hiddenPhotos()).toBe(1);
    const tomorrow = new Date(Date.now() + 24 * 3600_000).toISOString().slice(0, 10);
    const none = await focusracer.run('takedowns', 'undo', '--since', tomorrow);
    expect(none.stderr).toContain('Nothing to undo');
  });

  it('accepts, and tells what goes back to whom', async () => {
    const reference = await takeDown(0);
    const accepted = await focusracer.run('takedowns', 'accept', reference);
    expect(accepted).toMatchObject({ exitCode: 0, stdout: '' });
    expect(accepted.stderr).toContain('1 photo is hidden from everybody');
    expect(await focusracer.json('takedowns', 'list')).toMatchObject([{ state: 'accepted' }]);
    expect(await focusracer.json('takedowns', 'accept', reference, '--dry-run')).toEqual([
      { requests: 0, photos: 0, orders: 0, refund: 0, planned: true },
    ]);
  });

  it('means nothing by nothing, and no request by a reference that is none', async () => {
    await takeDown(0);
    for (const verb of ['undo', 'accept']) {
      for (const reference of ['00000000', '%', 'x'])
        expect(await focusracer.run('takedowns', verb, reference)).toMatchObject({ exitCode: 3 });
      for (const args of [[], ['7F3A09C2', '--since', '2h'], ['--since', 'yesterday']])
        expect(await focusracer.run('takedowns', verb, ...args)).toMatchObject({ exitCode: 2 });
    }
    expect(await hiddenPhotos()).toBe(1);
  });

  it('is told of by mail, to the seller where the event names one', async () => {
    const recipients = () =>
      query(database.db, `select recipient from mails where kind = 'photo-taken-down'`);
    const reference = await takeDown(2);
    expect(await recipients()).toEqual([{ recipient: 'operator@example.org' }]);
    await focusracer.run('takedowns', 'undo', reference);
    await query(database.db, `update events set seller_email = 'seller@example.org'`);
    await takeDown(2);
    expect(await recipients()).toContainEqual({ recipient: 'seller@example.org' });
  });
});
