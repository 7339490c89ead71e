import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop } from '../../core/index.js';
import { createLog } from '../../storefront/log.js';
import { runStorefront } from '../../storefront/run.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let home: string;
beforeAll(async () => {
  database = await createTestDatabase();
  home = await mkdtemp(join(tmpdir(), 'focusracer-run-'));
});
afterAll(async () => {
  await database.drop();
  await rm(home, { recursive: true, force: true });
});

async function run(environment: Readonly<Record<string, string>>) {
  const places = { FOCUSRACER_HOME: home, DATABASE_URL: database.url, FOCUSRACER_PORT: '0' };
  const shop = await openShop({ environment: { ...places, ...environment }, workingFolder: home });
  return runStorefront(shop, createLog('error', { write: () => undefined }));
}

describe('runStorefront', () => {
  it('does not open a shop whose visitors could not pay', async () => {
    await expect(run({ NODE_ENV: 'production' })).rejects.toMatchObject({
      kind: 'config',
      code: 'payments.test-in-production',
    });
    await expect(run({ STRIPE_SECRET_KEY: 'sk_test_1' })).rejects.toMatchObject({
      kind: 'config',
      code: 'payments.stripe-incomplete',
    });
  });

  it.each([
    [{ FOCUSRACER_HOST: '127.0.0.1' }, false],
    [{ FOCUSRACER_HOST: '0.0.0.0' }, true],
    [{ FOCUSRACER_HOST: '0.0.0.0', FOCUSRACER_PUBLIC_URL: 'https://photos.example.org' }, false],
  ])(
    'knows whether visitors reach the address in its links: %j',
    async (environment, isGuessed) => {
      const storefront = await run(environment);
      await storefront.stop();
      expect(storefront.isUrlGuessed).toBe(isGuessed);
    },
  );

  it.each([
    [{ FOCUSRACER_HOST: '127.0.0.1' }, []],
    [
      { FOCUSRACER_HOST: '0.0.0.0', FOCUSRACER_VAT_NUMBER: 'FR1', FOCUSRACER_OPERATOR_NAME: 'Ana' },
      ['operatorAddress', 'operatorEmail', 'operatorHosting', 'operatorMediator'],
    ],
  ])('tells the operator what the legal pages of an open shop lack: %j', async (given, gaps) => {
    const storefront = await run(given);
    await storefront.stop();
    expect(storefront.legalGaps).toEqual(gaps);
  });

  it('keeps an idle connection longer than the proxies that send their requests over it', async () => {
    const storefront = await run({ FOCUSRACER_HOST: '127.0.0.1' });
    const answer = await fetch(`${storefront.url}/healthz`);
    await answer.arrayBuffer();
    await storefront.stop();
    expect(answer.headers.get('keep-alive')).toBe('timeout=125');
  });
});
