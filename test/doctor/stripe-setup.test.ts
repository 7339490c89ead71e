import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { STRIPE_EVENTS } from '../../core/adapters/payments/stripe/stripe-events.js';
import { readStripeSetup } from '../../core/adapters/payments/stripe/stripe-setup.js';
import { checkApplePay, checkStripeEvents } from '../../core/doctor/checks/stripe-setup.js';
import { runDoctor } from '../../core/doctor/run-doctor.js';
import { SHOP_WORDS } from '../../core/doctor/shop-words.js';
import { startStripeServer, type StripeServer } from '../adapters/payments/stripe-server.js';

const ADDRESS = 'https://photos.example.org/webhooks/stripe';
let server: StripeServer | undefined;
beforeEach(async () => {
  await server?.close();
  server = await startStripeServer();
});
afterAll(() => server?.close());

async function look(prepare: (server: StripeServer) => void, secretKey = 'sk_test_loopback') {
  if (server === undefined) throw new Error('No server');
  prepare(server);
  const { host, port } = server;
  const setup = readStripeSetup({ secretKey, server: { host, port, protocol: 'http' } });
  const shop = { publicUrl: 'https://photos.example.org', setup, events: STRIPE_EVENTS };
  const [events, applePay] = await runDoctor([
    checkStripeEvents(shop, SHOP_WORDS.en),
    checkApplePay(shop, SHOP_WORDS.en),
  ]);
  return { events, applePay };
}

describe('the doctor, of what is set up at Stripe', () => {
  it('is content with an endpoint that has all events, and a domain that shows Apple Pay', async () => {
    const { events, applePay } = await look((stripe) => {
      stripe.addEndpoint('https://old.example.org/webhooks/stripe', ['payout.failed']);
      stripe.addEndpoint('https://older.example.org/webhooks/stripe', ['payout.failed']);
      stripe.addEndpoint(ADDRESS, STRIPE_EVENTS);
      stripe.addDomain('photos.example.org', 'active');
    });
    expect(events?.status).toBe('ok');
    expect(applePay?.status).toBe('ok');
    const all = await look((stripe) => stripe.addEndpoint(ADDRESS, ['*']));
    expect(all.events?.status).toBe('ok');
  });

  it('names the events that are missing, and an endpoint that is', async () => {
    const none = await look((stripe) => stripe.addEndpoint(ADDRESS, STRIPE_EVENTS, 'disabled'));
    expect(none.events).toMatchObject({
      status: 'fail',
      detail: `Stripe sends no events to ${ADDRESS}`,
    });
    const some = STRIPE_EVENTS.filter((event) => !event.startsWith('refund.'));
    const { events } = await look((stripe) => stripe.addEndpoint(ADDRESS, some));
    expect(events).toMatchObject({
      status: 'warn',
      detail: 'the endpoint is not subscribed to refund.created, refund.updated, refund.failed',
    });
  });

  it('says that Apple Pay is not shown where the domain is not registered, or not verified', async () => {
    const missing = await look(() => undefined);
    expect(missing.applePay).toMatchObject({
      status: 'warn',
      detail: expect.stringContaining('photos.example.org is not registered'),
    });
    const inactive = await look((stripe) => stripe.addDomain('photos.example.org', 'inactive'));
    expect(inactive.applePay?.status).toBe('warn');
  });

  it('cannot tell with a key that may not read it, which is no failure', async () => {
    const restricted = await look(
      (stripe) => stripe.addKey('rk_test_sales', ['payment_intents', 'refunds']),
      'rk_test_sales',
    );
    for (const result of [restricted.events, restricted.applePay])
      expect(result).toMatchObject({
        status: 'ok',
        detail: expect.stringMatching(/^cannot tell/),
      });
  });
});
