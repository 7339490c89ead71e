import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { openSmtpMailer } from '../../../core/adapters/mailer/smtp-mailer.js';
import { describeMailer, messageTo, type ReceivedMail } from './contract.js';
import { LOOPBACK_CERTIFICATE, LOOPBACK_KEY } from './loopback-certificate.js';
import { parseMail } from './parse-mail.js';

const ACCOUNT = { user: 'shop@example.org', password: 'pa:ss/wörd' };

interface LoopbackServer {
  readonly mails: ReceivedMail[];
  urlFor(scheme: 'smtp' | 'smtps', password?: string): string;
  close(): Promise<void>;
}

/** Strict: takes mail only encrypted, from our account, for the recipients of the envelope. */
async function startServer(options: SMTPServerOptions = {}): Promise<LoopbackServer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    key: LOOPBACK_KEY,
    cert: LOOPBACK_CERTIFICATE,
    authMethods: ['PLAIN', 'LOGIN'],
    onAuth(auth, session, callback) {
      const isOurs = auth.username === ACCOUNT.user && auth.password === ACCOUNT.password;
      if (isOurs && session.secure) callback(null, { user: ACCOUNT.user });
      else callback(smtpError(535, 'Authentication failed'));
    },
    onData(stream, session, callback) {
      void buffer(stream)
        .then(parseMail)
        .then((mail) => {
          const envelope = session.envelope.rcptTo.map(({ address }) => address);
          mails.push({ ...mail, to: envelope });
          callback();
        });
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  // It listens on TCP.
  const { port } = server.server.address() as AddressInfo;
  const user = encodeURIComponent(ACCOUNT.user);
  return {
    mails,
    urlFor: (scheme, password = ACCOUNT.password) =>
      `${scheme}://${user}:${encodeURIComponent(password)}@localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

for (const [scheme, options] of [
  ['smtp', {}],
  ['smtps', { secure: true }],
] as const) {
  describeMailer(`SMTP by ${scheme}://`, async () => {
    const server = await startServer(options);
    const mailer = openSmtpMailer({
      url: server.urlFor(scheme),
      trustedCertificate: LOOPBACK_CERTIFICATE,
    });
    return {
      mailer,
      received: () => Promise.resolve(server.mails),
      breakService: () => server.close(),
      async close() {
        await mailer.close();
        await server.close();
      },
    };
  });
}

let server: LoopbackServer | undefined;
afterEach(() => server?.close());

async function sendTo(options: SMTPServerOptions, url?: string) {
  server = await startServer(options);
  const mailer = openSmtpMailer({
    url: url ?? server.urlFor('smtp'),
    trustedCertificate: LOOPBACK_CERTIFICATE,
  });
  return mailer.send(messageTo('lea@example.org'));
}

test('a password is never sent over a connection that is not encrypted', async () => {
  let isAsked = false;
  const sending = sendTo({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth(_auth, _session, callback) {
      isAsked = true;
      callback(null, { user: ACCOUNT.user });
    },
  });
  await expect(sending).rejects.toMatchObject({ kind: 'config' });
  expect(isAsked).toBe(false);
});

test('a certificate that nobody vouches for ends the connection', async () => {
  server = await startServer();
  const mailer = openSmtpMailer({ url: server.urlFor('smtp') });
  await expect(mailer.send(messageTo('lea@example.org'))).rejects.toMatchObject({
    kind: 'unavailable',
  });
  expect(server.mails).toEqual([]);
});

test('a wrong password is a matter of the settings', async () => {
  server = await startServer();
  const mailer = openSmtpMailer({
    url: server.urlFor('smtp', 'wrong'),
    trustedCertificate: LOOPBACK_CERTIFICATE,
  });
  await expect(mailer.send(messageTo('lea@example.org'))).rejects.toMatchObject({
    kind: 'config',
    code: 'mail.sender-refused',
  });
});

test('a sender that the server refuses is a matter of the settings', async () => {
  const sending = sendTo({
    onMailFrom: (_address, _session, callback) => {
      callback(smtpError(553, 'Not your domain'));
    },
  });
  await expect(sending).rejects.toMatchObject({ kind: 'config' });
});

test.each([
  [550, { kind: 'input', code: 'mail.refused' }],
  [450, { kind: 'unavailable' }],
])('a recipient answered by %i is judged by its first digit', async (code, expected) => {
  const sending = sendTo({
    onRcptTo: (_address, _session, callback) => {
      callback(smtpError(code, 'No'));
    },
  });
  await expect(sending).rejects.toMatchObject(expected);
});

test('a server of this machine without an account is talked to as it is', async () => {
  server = await startServer({ disabledCommands: ['STARTTLS'], authOptional: true });
  const url = server.urlFor('smtp').replace(/\/\/.*@/, '//');
  const { id } = await openSmtpMailer({ url }).send(messageTo('lea@example.org'));
  expect(id).toMatch(/^<[0-9a-f]{32}@example\.org>$/);
  expect(server.mails).toHaveLength(1);
});

test('a mail handed over twice bears the same Message-ID', async () => {
  server = await startServer();
  const mailer = openSmtpMailer({
    url: server.urlFor('smtp'),
    trustedCertificate: LOOPBACK_CERTIFICATE,
  });
  const message = messageTo('lea@example.org');
  await mailer.send(message);
  await mailer.send(message);
  const ids = server.mails.map(({ headers }) => headers.get('message-id'));
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});
