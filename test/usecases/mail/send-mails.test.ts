import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enqueueMail, claimDueMail } from '../../../core/db/queries/mails.js';
import { query } from '../../../core/db/query.js';
import type { PhotoId } from '../../../core/domain/ids.js';
import { cents } from '../../../core/domain/money.js';
import { FocusError } from '../../../core/errors.js';
import type { Mailer } from '../../../core/ports/mailer.js';
import { sendMails, type SendMailsDeps } from '../../../core/usecases/mail/send-mails.js';
import { readUnsubscribeLink, unsubscribe } from '../../../core/usecases/mail/unsubscribe.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { mailRow, passTime, recordingMailer, takeDownMail } from './mail-world.js';

const SECRET = 'a secret of these tests';
const NEVER = new AbortController().signal;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(() => query(database.db, 'truncate mails, mail_unsubscribes'));

function deps(mailer: Mailer): SendMailsDeps {
  return {
    db: database.db,
    mailer,
    from: 'Focus Racer <photos@example.org>',
    publicUrl: 'https://photos.example.org',
    readPhoto: () => Promise.resolve(undefined),
    unsubscribeSecret: SECRET,
  };
}

function saleMail(key: string, to: string) {
  return {
    kind: 'new-sale',
    key,
    to,
    language: 'en',
    data: {
      orderNumber: 'FR-1',
      eventName: 'Foulées',
      currency: 'EUR',
      photoCount: 1,
      earnedCents: cents(900),
    },
  } as const;
}

const unreachable = () => new FocusError('unavailable', 'mail.unreachable', 'No answer');

describe('the queue', () => {
  test('the same key twice is one mail', async () => {
    expect(await enqueueMail(database.db, takeDownMail('take-down:1'))).toBe(true);
    expect(await enqueueMail(database.db, takeDownMail('take-down:1'))).toBe(false);
    const mailer = recordingMailer();
    expect(await sendMails(deps(mailer), NEVER)).toMatchObject({ sent: 1 });
    expect(await enqueueMail(database.db, takeDownMail('take-down:1'))).toBe(false);
    expect(await sendMails(deps(mailer), NEVER)).toMatchObject({ sent: 0 });
    expect(mailer.messages).toHaveLength(1);
  });

  test('a mail of a transaction that is undone is never sent', async () => {
    const undone = database.db.transaction(async (work) => {
      await enqueueMail(work, takeDownMail('take-down:undone'));
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    const mailer = recordingMailer();
    await sendMails(deps(mailer), NEVER);
    expect(mailer.messages).toEqual([]);
  });

  test('what a mail said is forgotten once it is sent', async () => {
    await enqueueMail(database.db, takeDownMail('take-down:1'));
    await sendMails(deps(recordingMailer()), NEVER);
    expect(await mailRow(database.db, 'take-down:1')).toMatchObject({ state: 'sent', data: null });
  });
});

test('many senders at the same time send every mail once', async () => {
  const keys = Array.from({ length: 60 }, (_, index) => `take-down:${index}`);
  for (const key of keys) await enqueueMail(database.db, takeDownMail(key));
  const mailer = recordingMailer(2);
  const runs = await Promise.all([1, 2, 3, 4].map(() => sendMails(deps(mailer), NEVER)));
  expect(runs.reduce((total, { sent }) => total + sent, 0)).toBe(60);
  expect(mailer.messages.map(({ idempotencyKey }) => idempotencyKey).sort()).toEqual(keys.sort());
});

test('a sender that died leaves its mail to others, with the same idempotency key', async () => {
  await enqueueMail(database.db, takeDownMail('take-down:1'));
  await claimDueMail(database.db, 600);
  const mailer = recordingMailer();
  await sendMails(deps(mailer), NEVER);
  expect(mailer.messages).toEqual([]);
  await passTime(database.db);
  await sendMails(deps(mailer), NEVER);
  expect(mailer.messages.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['take-down:1']);
  expect(await mailRow(database.db, 'take-down:1')).toMatchObject({ attempts: 2 });
});

test('a service that fails is left alone, and the mail waits longer each time', async () => {
  await enqueueMail(database.db, takeDownMail('take-down:1'));
  await enqueueMail(database.db, takeDownMail('take-down:2'));
  const mailer = recordingMailer();
  mailer.failure = unreachable();
  const first = await sendMails(deps(mailer), NEVER);
  expect(first).toEqual({
    sent: 0,
    skipped: 0,
    postponed: 1,
    failed: 0,
    problems: ['mail.unreachable'],
  });
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 7; attempt += 1) {
    await query(database.db, "delete from mails where key = 'take-down:2'");
    waits.push((await mailRow(database.db, 'take-down:1'))?.waits ?? 0);
    await passTime(database.db);
    await sendMails(deps(mailer), NEVER);
  }
  expect(waits).toEqual([60, 300, 1800, 7200, 21_600, 43_200, 86_400]);
  expect(await mailRow(database.db, 'take-down:1')).toMatchObject({
    state: 'failed',
    attempts: 8,
    error: 'mail.unreachable: No answer',
  });
});

test('a mail that will never be taken is given up at once and holds up no other', async () => {
  await enqueueMail(database.db, takeDownMail('take-down:1', 'nobody'));
  const mailer = recordingMailer();
  mailer.failure = new FocusError('input', 'mail.refused', 'No such recipient');
  expect(await sendMails(deps(mailer), NEVER)).toMatchObject({ failed: 1, postponed: 0 });
  mailer.failure = undefined;
  await enqueueMail(database.db, takeDownMail('take-down:2'));
  expect(await sendMails(deps(mailer), NEVER)).toMatchObject({ sent: 1 });
});

test('a mail that cannot be written is kept and holds up no other', async () => {
  await enqueueMail(database.db, takeDownMail('take-down:1'));
  await query(database.db, `update mails set data = '{}'`);
  await enqueueMail(database.db, takeDownMail('take-down:2'));
  const mailer = recordingMailer();
  const run = await sendMails(deps(mailer), NEVER);
  expect(run).toMatchObject({ sent: 1, postponed: 1, problems: ['mail.bug'] });
  expect(await mailRow(database.db, 'take-down:1')).toMatchObject({ state: 'queued', data: {} });
});

test('a sender that is stopped takes no further mail', async () => {
  await enqueueMail(database.db, takeDownMail('take-down:1'));
  const mailer = recordingMailer();
  await sendMails(deps(mailer), AbortSignal.abort());
  expect(mailer.messages).toEqual([]);
  expect(await mailRow(database.db, 'take-down:1')).toMatchObject({ attempts: 0 });
});

describe('the link that stops mail', () => {
  async function linkOf(key: string, to: string): Promise<string> {
    await enqueueMail(database.db, saleMail(key, to));
    const mailer = recordingMailer();
    await sendMails(deps(mailer), NEVER);
    const header = mailer.messages[0]?.headers['List-Unsubscribe'] ?? '';
    expect(header).toMatch(
      /^<https:\/\/photos\.example\.org\/unsubscribe\/[0-9a-f-]{36}\.[\w-]{43}>$/,
    );
    expect(header).not.toContain('example.org@');
    return header.slice(1, -1).split('/').pop() ?? '';
  }

  test('stops its kind for its address, whatever the case, and nothing else', async () => {
    const token = await linkOf('sale:1', 'Seller@Example.org');
    await enqueueMail(database.db, saleMail('sale:2', 'seller@example.org'));
    expect(await readUnsubscribeLink(database.db, token, SECRET)).toBe('new-sale');
    expect(await unsubscribe(database.db, token, SECRET)).toBe('new-sale');
    expect(await unsubscribe(database.db, token, SECRET)).toBe('new-sale');

    await enqueueMail(database.db, saleMail('sale:3', 'SELLER@example.org'));
    await enqueueMail(database.db, saleMail('sale:4', 'other@example.org'));
    await enqueueMail(database.db, takeDownMail('take-down:1', 'seller@example.org'));
    const mailer = recordingMailer();
    const run = await sendMails(deps(mailer), NEVER);
    expect(run).toMatchObject({ sent: 2, skipped: 1 });
    expect(mailer.messages.map(({ idempotencyKey }) => idempotencyKey).sort()).toEqual([
      'sale:4',
      'take-down:1',
    ]);
    expect(await mailRow(database.db, 'sale:2')).toMatchObject({ state: 'skipped', data: null });
  });

  test('opening it changes nothing', async () => {
    const token = await linkOf('sale:1', 'seller@example.org');
    await readUnsubscribeLink(database.db, token, SECRET);
    await enqueueMail(database.db, saleMail('sale:2', 'seller@example.org'));
    expect(await sendMails(deps(recordingMailer()), NEVER)).toMatchObject({ sent: 1 });
  });

  test('that was altered or signed by another stops nothing', async () => {
    const token = await linkOf('sale:1', 'seller@example.org');
    const [id = '', mac = ''] = token.split('.');
    const other = id.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    for (const bad of ['', id, `${id}.`, `${other}.${mac}`, `${id}.${mac.slice(1)}`, `${token}.x`])
      await expect(unsubscribe(database.db, bad, SECRET)).rejects.toMatchObject({
        code: 'mail.unknown-link',
      });
    await expect(unsubscribe(database.db, token, 'another secret')).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

test('a digest shows its photo while everybody may see it, and goes without it otherwise', async () => {
  const photoId = randomUUID() as PhotoId;
  const digest = (key: string) =>
    enqueueMail(database.db, {
      kind: 'photos-available',
      key,
      to: 'lea@example.org',
      language: 'fr',
      data: { eventName: 'Foulées', photosPath: '/events/foulees', photoCount: 2, photoId },
    });
  const mailer = recordingMailer();
  const asked: string[] = [];
  const send = (photo: Uint8Array | undefined) => {
    const readPhoto = (id: PhotoId) => {
      asked.push(id);
      return Promise.resolve(photo);
    };
    return sendMails({ ...deps(mailer), readPhoto }, NEVER);
  };
  const jpeg = new Uint8Array([255, 216]);
  await digest('photos-available:1');
  await send(jpeg);
  await digest('photos-available:2');
  await send(undefined);
  const [shown, hidden] = mailer.messages;
  expect(asked).toEqual([photoId, photoId]);
  expect(shown?.picture?.bytes).toEqual(jpeg);
  expect(shown?.html).toContain(`src="cid:${shown?.picture?.contentId ?? ''}"`);
  expect(hidden?.picture).toBeUndefined();
  expect(hidden?.html).not.toContain('<img');
});
