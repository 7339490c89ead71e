import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOutboxMailer } from '../../../core/adapters/mailer/outbox-mailer.js';
import { listOutbox, readOutboxMail } from '../../../core/adapters/mailer/read-outbox.js';
import { describeMailer, messageTo } from './contract.js';
import { parseMail } from './parse-mail.js';

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'focusracer-outbox-'));
}

describeMailer('the outbox', () => {
  const home = temporaryFolder();
  const folder = join(home, 'outbox');
  const mailer = openOutboxMailer(folder);
  return Promise.resolve({
    mailer,
    received: () =>
      Promise.all(readdirSync(folder).map((name) => parseMail(readFileSync(join(folder, name))))),
    breakService() {
      // A file where the folder should be: nobody can write there, not even root.
      rmSync(folder, { recursive: true });
      writeFileSync(folder, '');
    },
    close() {
      rmSync(home, { recursive: true });
      return mailer.close();
    },
  });
});

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('the same key again writes no second file', async () => {
  const mailer = openOutboxMailer(folder);
  const message = messageTo('lea@example.org');
  const ids = await Promise.all([1, 2, 3, 4].map(() => mailer.send(message)));
  expect(new Set(ids.map(({ id }) => id)).size).toBe(1);
  expect(readdirSync(folder)).toHaveLength(1);
});

test.skipIf(process.platform === 'win32')('only its owner can read a mail', async () => {
  const outbox = join(folder, 'outbox');
  chmodSync(folder, 0o755);
  const { id } = await openOutboxMailer(outbox).send(messageTo('lea@example.org'));
  expect(statSync(outbox).mode & 0o777).toBe(0o700);
  expect(statSync(join(outbox, id)).mode & 0o777).toBe(0o600);
});

test('an outbox lists its mails and shows each as it was sent', async () => {
  const mailer = openOutboxMailer(folder);
  const message = messageTo('lea@example.org');
  const { id } = await mailer.send(message);
  expect(await listOutbox(folder)).toMatchObject([
    { id, subject: message.subject, to: 'lea@example.org' },
  ]);
  const letter = await readOutboxMail(folder, id);
  expect(letter?.html.trimEnd()).toBe(message.html);
  expect(letter?.from).toBe(message.from);
});

test('an outbox that was never written to is empty', async () => {
  expect(await listOutbox(join(folder, 'none'))).toEqual([]);
});

test.each(['../secret', 'x.eml', '', `${'0'.repeat(32)}.eml`, `..%2f${'0'.repeat(29)}.eml`])(
  'no mail is called %j',
  async (id) => {
    expect(await readOutboxMail(folder, id)).toBeUndefined();
  },
);
