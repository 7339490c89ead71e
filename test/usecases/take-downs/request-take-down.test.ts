import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../../core/db/query.js';
import type { RaceEvent } from '../../../core/domain/event.js';
import { confirmTakeDown } from '../../../core/usecases/take-downs/confirm-take-down.js';
import { settleTakeDowns } from '../../../core/usecases/take-downs/settle-take-downs.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { addPhotos, publishedEvent } from '../../support/gallery-rows.js';
import {
  ask,
  isHidden,
  mailedToken,
  mailsOf,
  stateOf,
  takeDown,
  takeDownDeps,
} from './take-down-world.js';

let database: TestDatabase;
let event: RaceEvent;
let photos: readonly string[];
let events = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  await query(database.db, 'delete from mails');
  await query(database.db, 'delete from rate_limits');
  events += 1;
  event = await publishedEvent(database.db, `Run ${events}`);
  photos = await addPhotos(database.db, event.id, 130);
});
afterAll(() => database.drop());

const deps = (operator?: string) => takeDownDeps(database.db, operator);
const of = (index: number) => ({ slug: event.slug, photoId: photos[index] ?? '' });

describe('a take-down', () => {
  it('changes nothing before its link is followed and the button pressed, and then hides the photo', async () => {
    const asked = await ask(deps('operator@example.org'), of(0));
    expect(asked.kind).toBe('asked');
    expect(await isHidden(database.db, of(0).photoId)).toBe(false);
    expect(await mailsOf(database.db, 'photo-taken-down')).toEqual([]);
    const [mail] = await mailsOf(database.db, 'take-down-confirmation');
    expect(mail).toMatchObject({ recipient: 'zoe@example.org', data: { eventName: event.name } });
    const token = await mailedToken(database.db);
    // Looking is not pressing.
    expect(await stateOf(database.db, token)).toBe('unconfirmed');
    expect(await isHidden(database.db, of(0).photoId)).toBe(false);

    await confirmTakeDown(deps('operator@example.org'), token);
    expect(await isHidden(database.db, of(0).photoId)).toBe(true);
    expect(await mailsOf(database.db, 'photo-taken-down')).toMatchObject([
      { recipient: 'operator@example.org', data: { outcome: 'standing' } },
    ]);
    expect(await mailsOf(database.db, 'take-down-received')).toMatchObject([
      {
        recipient: 'zoe@example.org',
        data: { outcome: 'hidden', contact: 'operator@example.org' },
      },
    ]);
  });

  it('keeps of the token only its hash', async () => {
    await ask(deps(), of(0));
    const token = await mailedToken(database.db);
    const [row] = await query<{ row: string }>(
      database.db,
      'select t::text as row from take_downs t where photo_id = :id',
      { id: of(0).photoId },
    );
    expect(token).toHaveLength(43);
    expect(row?.row).not.toContain(token);
  });

  it('is confirmed once, however many press at the same time', async () => {
    await ask(deps('operator@example.org'), of(0));
    const token = await mailedToken(database.db);
    const pressed = await Promise.all(
      Array.from({ length: 20 }, () => confirmTakeDown(deps('operator@example.org'), token)),
    );
    expect(pressed.filter((one) => one?.isNew)).toHaveLength(1);
    expect(pressed.every((one) => one?.asked.state === 'standing')).toBe(true);
    expect(await mailsOf(database.db, 'photo-taken-down')).toHaveLength(1);
    expect(await mailsOf(database.db, 'take-down-received')).toHaveLength(1);
  });

  it('is over after three days, and then nothing is kept of whoever asked', async () => {
    await ask(deps(), of(0));
    const token = await mailedToken(database.db);
    await query(database.db, `update take_downs set expires_at = now() - interval '1 second'`);
    expect(await confirmTakeDown(deps(), token)).toBeUndefined();
    expect(await isHidden(database.db, of(0).photoId)).toBe(false);
    await settleTakeDowns(deps(), () => Promise.reject(new Error('no provider'))).catch(() => 0);
    expect(
      await query(database.db, 'select 1 from take_downs where event_id = :id', { id: event.id }),
    ).toEqual([]);
  });

  it('needs an address, also where the seller says at once', async () => {
    await query(database.db, `update events set take_downs = 'at-once' where id = :id`, {
      id: event.id,
    });
    await expect(ask(deps(), { ...of(0), email: ' ' })).rejects.toMatchObject({
      code: 'email.missing',
    });
    await expect(ask(deps(), { ...of(0), email: 'nobody' })).rejects.toMatchObject({
      code: 'email.unreadable',
    });
    expect(await ask(deps(), of(0))).toMatchObject({ kind: 'done', state: 'standing' });
    expect(await isHidden(database.db, of(0).photoId)).toBe(true);
    expect(await mailsOf(database.db, 'take-down-confirmation')).toEqual([]);
  });

  it('needs no second mail of a visitor who has followed one with the same address', async () => {
    const proven = { provenEmail: 'ZOE@example.org' };
    expect(await ask(deps(), { ...of(1), ...proven })).toMatchObject({ kind: 'done' });
    const other = { ...of(2), ...proven, email: 'lea@example.org' };
    expect(await ask(deps(), other)).toMatchObject({ kind: 'asked' });
    expect(await isHidden(database.db, of(2).photoId)).toBe(false);
  });

  it('fills nobody’s mailbox', async () => {
    const answers = [];
    for (let index = 0; index < 12; index += 1) answers.push(await ask(deps(), of(index)));
    expect(answers.map(({ kind }) => kind).lastIndexOf('asked')).toBe(9);
    expect(answers.at(-1)).toEqual({ kind: 'too-often' });
    expect(await mailsOf(database.db, 'take-down-confirmation')).toHaveLength(10);
  });

  it('of a photo that is hidden, or of another event, is not found', async () => {
    await takeDown(deps(), of(0));
    await expect(ask(deps(), of(0))).rejects.toMatchObject({ kind: 'not-found' });
    const other = await publishedEvent(database.db, `Other ${events}`);
    await expect(ask(deps(), { ...of(1), slug: other.slug })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('an unusual number of take-downs', () => {
  const alarms = () => mailsOf(database.db, 'operator-alarm');
  const from = (email: string, index: number) =>
    ask(deps('operator@example.org'), {
      ...of(index),
      email,
      provenEmail: email,
      network: `198.51.100.${index}`,
    });

  it('by one address alarms operator and seller, once an event and day', async () => {
    await query(
      database.db,
      `update events set seller_email = 'seller@example.org' where id = :id`,
      {
        id: event.id,
      },
    );
    // One mailbox, however its address is written.
    const written = (index: number) =>
      index % 2 === 0 ? 'zoe@example.org' : `Zoe+${index}@example.org`;
    for (let index = 0; index < 5; index += 1) await from(written(index), index);
    expect(await alarms()).toEqual([]);
    for (let index = 5; index < 9; index += 1) await from(written(index), index);
    const told = await alarms();
    expect(told.map(({ recipient }) => recipient).toSorted()).toEqual([
      'operator@example.org',
      'seller@example.org',
    ]);
    expect(told[0]?.data).toMatchObject({
      alarm: 'take-downs',
      values: { eventSlug: event.slug, ofEvent: 6, ofAddress: 6, ofNetwork: 1 },
    });
  });

  it('of one event alarms, whoever asks', async () => {
    for (let index = 0; index < 20; index += 1) await from(`runner${index}@example.org`, index);
    expect(await alarms()).toEqual([]);
    await from('runner20@example.org', 20);
    await from('runner21@example.org', 21);
    expect(await alarms()).toMatchObject([{ recipient: 'operator@example.org' }]);
  });
});

describe('too many take-downs', () => {
  it('of one address wait for the seller, and hide nothing', async () => {
    for (let index = 0; index < 12; index += 1) {
      const proven = { provenEmail: 'zoe@example.org', network: `192.0.2.${index}` };
      const answer = await ask(deps('operator@example.org'), { ...of(index), ...proven });
      expect(answer).toMatchObject({ kind: 'done', state: index < 10 ? 'standing' : 'held' });
      expect(await isHidden(database.db, of(index).photoId)).toBe(index < 10);
    }
    const told = await mailsOf(database.db, 'photo-taken-down');
    expect(told.map(({ data }) => data['outcome']).slice(-3)).toEqual(['standing', 'held', 'held']);
    expect((await mailsOf(database.db, 'take-down-received')).at(-1)?.data).toMatchObject({
      outcome: 'held',
    });
  });

  it('of one network wait, whatever addresses are typed', async () => {
    const states = [];
    for (let index = 0; index < 23; index += 1) {
      const email = `prank${index}@example.org`;
      const answer = await ask(deps(), { ...of(index), email, provenEmail: email });
      states.push(answer.kind === 'done' ? answer.state : answer.kind);
    }
    expect(states.lastIndexOf('standing')).toBe(19);
    expect(states.slice(20)).toEqual(['held', 'held', 'held']);
  });

  it('of one event wait, wherever they come from, also at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 110 }, (_, index) => {
        const email = `runner${index}@example.org`;
        const network = `10.0.${index}.1`;
        return ask(deps(), { ...of(index), email, provenEmail: email, network });
      }),
    );
    const held = answers.filter((one) => one.kind === 'done' && one.state === 'held');
    expect(held).toHaveLength(10);
    const [hidden] = await query<{ count: number }>(
      database.db,
      'select count(*)::int as count from photos where event_id = :id and taken_down_at is not null',
      { id: event.id },
    );
    expect(hidden?.count).toBe(100);
  });
});
