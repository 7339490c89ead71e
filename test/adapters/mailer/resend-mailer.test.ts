import { afterEach, beforeEach, expect, test } from 'vitest';
import { openResendMailer } from '../../../core/adapters/mailer/resend-mailer.js';
import { describeMailer, messageTo } from './contract.js';
import { startResendServer, type ResendServer } from './resend-server.js';

const API_KEY = 're_test_123456';

describeMailer('Resend', async () => {
  const server = await startResendServer(API_KEY);
  const mailer = openResendMailer({ apiKey: API_KEY, baseUrl: server.baseUrl });
  return {
    mailer,
    received: () =>
      Promise.resolve(
        server.emails.map((email) => ({
          from: email.from,
          to: [email.to].flat(),
          replyTo: [email.reply_to].flat()[0],
          subject: email.subject,
          text: email.text ?? '',
          html: email.html ?? '',
          pictures: new Map(
            (email.attachments ?? []).map(({ content_id, content }) => [
              content_id,
              Buffer.from(content, 'base64'),
            ]),
          ),
          headers: new Map(
            Object.entries(email.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
          ),
        })),
      ),
    breakService: () => server.close(),
    close: () => server.close(),
  };
});

let server: ResendServer;
beforeEach(async () => {
  server = await startResendServer(API_KEY);
});
afterEach(() => server.close());

function mailer(apiKey = API_KEY) {
  return openResendMailer({ apiKey, baseUrl: server.baseUrl });
}

test('the same key again gives the same mail', async () => {
  const message = messageTo('lea@example.org');
  const first = await mailer().send(message);
  expect(await mailer().send(message)).toEqual(first);
  expect(server.emails).toHaveLength(1);
});

test('a key that was used with other words counts as sent', async () => {
  const message = messageTo('lea@example.org');
  await mailer().send(message);
  await mailer().send({ ...message, subject: 'As a later release says it' });
  expect(server.emails).toHaveLength(1);
});

test('a wrong key is a matter of the settings', async () => {
  await expect(mailer('re_wrong_key').send(messageTo('lea@example.org'))).rejects.toMatchObject({
    kind: 'config',
    code: 'mail.sender-refused',
  });
});

test.each([
  [429, 'rate_limit_exceeded', 'unavailable'],
  [429, 'daily_quota_exceeded', 'unavailable'],
  [500, 'application_error', 'unavailable'],
  [409, 'concurrent_idempotent_requests', 'unavailable'],
  [422, 'validation_error', 'input'],
  [403, 'validation_error', 'config'],
  [401, 'restricted_api_key', 'config'],
])('an answer %i %s is of kind %s', async (status, name, kind) => {
  server.trouble = { status, name };
  const sending = mailer().send(messageTo('lea@example.org'));
  await expect(sending).rejects.toMatchObject({ kind });
});
