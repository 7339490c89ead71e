import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendMails } from '../../../core/usecases/mail/send-mails.js';
import { createOrderWorld, type OrderWorld } from '../orders/order-world.js';
import { recordingMailer } from './mail-world.js';

let world: OrderWorld;
beforeAll(async () => {
  world = await createOrderWorld();
});
afterAll(() => world.close());

test('a buyer who answers a mail of an order writes to its seller, and the seller to nobody', async () => {
  const { paymentId } = await world.placeOne();
  await world.payments.choose(paymentId, 'paid');
  const mailer = recordingMailer();
  const deps = {
    db: world.deps.db,
    mailer,
    from: 'Focus Racer <photos@example.org>',
    publicUrl: 'https://photos.example.org',
    readPhoto: () => Promise.resolve(undefined),
    unsubscribeSecret: 'a secret of these tests',
  };
  await sendMails(deps, new AbortController().signal);
  const answers = Object.fromEntries(mailer.messages.map(({ to, replyTo }) => [to, replyTo]));
  expect(answers).toEqual({
    'runner@example.org': 'lea@example.org',
    'lea@example.org': undefined,
  });
});
