import { describe, expect, it } from 'vitest';
import { chooseMailer, senderOf } from '../../core/adapters/mailer/open-mailer.js';
import type { SellingPause } from '../../core/db/queries/selling-pauses.js';
import { settingsSchema } from '../../core/config/settings.js';
import { runDoctor } from '../../core/doctor/run-doctor.js';
import { shopChecks } from '../../core/doctor/shop-checks.js';

type Given = Readonly<Record<string, string>>;

const PRODUCTION = { NODE_ENV: 'production' };
const STRIPE_TEST = {
  stripeSecretKey: 'sk_test_1',
  stripePublishableKey: 'pk_test_1',
  stripeWebhookSecret: 'whsec_1',
};
const STRIPE = {
  stripeSecretKey: 'sk_live_1',
  stripePublishableKey: 'pk_live_1',
  stripeWebhookSecret: 'whsec_1',
};
const OPERATOR = {
  operatorName: 'Lakeside Photo SARL',
  operatorAddress: '1 quai du Lac, Annecy',
  operatorEmail: 'hello@example.org',
  operatorRegistration: 'RCS Annecy 123',
  operatorHosting: 'Example Hosting, Lyon',
  operatorMediator: 'Example Mediator, Paris',
};
const PUBLIC = { publicUrl: 'https://photos.example.org', trustProxy: 'loopback' };
const READY = {
  ...STRIPE,
  ...OPERATOR,
  ...PUBLIC,
  smtpUrl: 'smtp://shop:secret@mail.example.org:587',
  mailFrom: 'Lakeside <photos@example.org>',
  metricsToken: 'sixteen-characters',
};

function examine(
  given: Given,
  environment: Given = {},
  language: 'en' | 'fr' = 'en',
  pause?: SellingPause,
) {
  const settings = settingsSchema.parse(given);
  return runDoctor(
    shopChecks({
      settings,
      environment,
      language,
      stripe: undefined,
      findSellingPause: () => Promise.resolve(pause),
      chooseMailer: () => ({ service: chooseMailer(settings), sender: senderOf(settings) }),
    }),
  );
}

async function resultOf(name: string, ...given: Parameters<typeof examine>) {
  return (await examine(...given)).find((result) => result.name === name);
}

const without = (given: Given, ...keys: string[]): Given =>
  Object.fromEntries(Object.entries(given).filter(([key]) => !keys.includes(key)));

describe('the doctor of the shop', () => {
  it('finds nothing to mend where everything is set, and shows no secret', async () => {
    const results = await examine(READY, PRODUCTION);
    expect(results.map(({ name, status, fix }) => [name, status, fix])).toEqual(
      ['payments', 'selling', 'public address', 'mail', 'legal pages', 'metrics'].map((name) => [
        name,
        'ok',
        '',
      ]),
    );
    expect(JSON.stringify(results)).not.toMatch(/secret|sk_live|sixteen/);
  });

  it.each(['en', 'fr'] as const)(
    'says that the provider takes no money, and how to go on (%s)',
    async (language) => {
      const pause = { reason: 'rejected.fraud', since: new Date() };
      expect(await resultOf('selling', READY, PRODUCTION, language, pause)).toMatchObject({
        status: 'fail',
        detail: expect.stringContaining('rejected.fraud'),
        fix: expect.stringContaining('focusracer selling --resume'),
      });
    },
  );

  it('asks for nothing where nobody but this machine can reach the shop', async () => {
    const results = await examine({});
    expect(results.filter(({ status, fix }) => status !== 'ok' || fix !== '')).toEqual([]);
  });

  it('warns of all that a shop for others wants, with a next step each', async () => {
    const results = await examine({ host: '0.0.0.0' });
    expect(results.map(({ name, status }) => [name, status])).toEqual([
      ['payments', 'warn'],
      ['selling', 'ok'],
      ['public address', 'warn'],
      ['mail', 'warn'],
      ['legal pages', 'warn'],
      ['metrics', 'warn'],
    ]);
    for (const { status, fix } of results) expect(fix === '').toBe(status === 'ok');
  });

  it.each<[string, Given, Given, string]>([
    ['half of Stripe', { stripeSecretKey: 'sk_test_1' }, {}, 'stripeWebhookSecret'],
    ['keys of two modes', { ...STRIPE, stripePublishableKey: 'pk_test_1' }, {}, 'same mode'],
    ['test money in production', {}, PRODUCTION, 'FOCUSRACER_TEST_PAYMENTS'],
    ['real money for nobody', STRIPE, {}, 'operatorName'],
  ])('fails for %s, as the shop would', async (_case, given, environment, fix) => {
    expect(await resultOf('payments', given, environment)).toMatchObject({
      status: 'fail',
      fix: expect.stringContaining(fix),
    });
  });

  it('says that a public shop gives photos away, by test money or test keys', async () => {
    const test = await resultOf('payments', PUBLIC);
    expect(test).toMatchObject({ status: 'warn', fix: expect.stringContaining('given away') });
    const allowed = { ...PRODUCTION, FOCUSRACER_TEST_PAYMENTS: 'allow' };
    expect(await resultOf('payments', {}, allowed)).toMatchObject({ status: 'warn' });
    const stripe = await resultOf('payments', { ...STRIPE_TEST, ...PUBLIC });
    expect(stripe).toMatchObject({ status: 'warn', fix: expect.stringContaining('live keys') });
    expect(await resultOf('payments', STRIPE_TEST)).toMatchObject({ status: 'ok' });
  });

  it.each<[string, Given, string, string]>([
    ['no address', { host: '0.0.0.0' }, 'warn', 'publicUrl'],
    [
      'a local address of an open host',
      { host: '::', publicUrl: 'http://localhost' },
      'warn',
      'publicUrl',
    ],
    ['a trusted proxy and no address', { trustProxy: '1' }, 'warn', 'publicUrl'],
    ['plain http', { publicUrl: 'http://photos.example.org' }, 'warn', 'https'],
    ['plain http with real money', { ...READY, publicUrl: 'http://a.example' }, 'fail', 'https'],
    ['a proxy that is not trusted', { publicUrl: PUBLIC.publicUrl }, 'warn', 'trustProxy'],
  ])('wants another address for %s', async (_case, given, status, fix) => {
    const result = await resultOf('public address', given);
    expect(result).toMatchObject({ status, fix: expect.stringContaining(fix) });
  });

  it('fails where mail has a service and no sender, and warns of an outbox in production', async () => {
    expect(await resultOf('mail', without(READY, 'mailFrom'))).toMatchObject({
      status: 'fail',
      fix: expect.stringContaining('mailFrom'),
    });
    expect(await resultOf('mail', {}, PRODUCTION)).toMatchObject({
      status: 'warn',
      fix: expect.stringContaining('smtpUrl'),
    });
    expect(await resultOf('mail', { ...READY, resendApiKey: 're_12345678' })).toMatchObject({
      detail: 'Resend, from Lakeside <photos@example.org>',
    });
  });

  it('names each gap of the legal pages', async () => {
    for (const key of Object.keys(OPERATOR)) {
      const result = await resultOf('legal pages', without(READY, key));
      expect(result).toMatchObject({ status: 'warn', detail: expect.stringMatching(`: ${key}$`) });
    }
  });

  it('takes a VAT number for a register: either names the operator', async () => {
    const settings = { ...without(READY, 'operatorRegistration'), vatNumber: 'FR12345678901' };
    expect(await resultOf('legal pages', settings)).toMatchObject({ status: 'ok' });
  });

  it('speaks French as well, of what the shop refuses too', async () => {
    const troubled = { ...PUBLIC, smtpUrl: READY.smtpUrl };
    const cases: [Given, Given][] = [
      [READY, {}],
      [{}, {}],
      [{ host: '0.0.0.0' }, {}],
      [{ ...troubled, publicUrl: 'http://a.example' }, PRODUCTION],
      [{ publicUrl: PUBLIC.publicUrl, ...STRIPE_TEST }, {}],
      [{ ...STRIPE, stripePublishableKey: 'pk_test_1' }, {}],
      [{ stripeSecretKey: 'sk_test_1' }, {}],
      [STRIPE, {}],
    ];
    for (const [given, environment] of cases) {
      const english = await examine(given, environment);
      const french = await examine(given, environment, 'fr');
      for (const [index, result] of french.entries()) {
        const { name, status, detail, fix } = english[index]!;
        expect([result.name, result.status, result.fix === '']).toEqual([name, status, fix === '']);
        // An address and a command are the same in both.
        if (detail !== PUBLIC.publicUrl) expect(result.detail).not.toBe(detail);
      }
    }
  });
});
