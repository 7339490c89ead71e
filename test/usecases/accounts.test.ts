import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deleteExpiredSignInLinks } from '../../core/db/queries/sign-in-links.js';
import { query } from '../../core/db/query.js';
import { listPurchases } from '../../core/usecases/accounts/list-purchases.js';
import { openPurchase } from '../../core/usecases/accounts/open-purchase.js';
import { requestSignIn } from '../../core/usecases/accounts/request-sign-in.js';
import { signIn } from '../../core/usecases/accounts/sign-in.js';
import { placeOrder } from '../../core/usecases/orders/place-order.js';
import { showOrder } from '../../core/usecases/orders/show-order.js';
import { renewDownload } from '../../core/usecases/renew-download.js';
import { createOrderWorld, type OrderWorld } from './orders/order-world.js';

const MINUTE = 60_000;
let world: OrderWorld;
beforeAll(async () => {
  world = await createOrderWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  for (const table of ['mails', 'sign_in_links', 'rate_limits', 'orders'])
    await query(world.deps.db, `delete from ${table}`);
});

interface QueuedMail {
  readonly recipient: string;
  readonly language: string;
  readonly data: { readonly signInPath: string };
}

const ask = (email: string, at = new Date()) =>
  requestSignIn(world.deps.db, { email, language: 'fr', at });
const signInMails = () =>
  query<QueuedMail>(
    world.deps.db,
    `select recipient, language, data from mails where kind = 'sign-in' order by created_at`,
  );

/** The token of the one mail that was queued for an address. */
async function tokenFor(email: string, at?: Date): Promise<string> {
  await ask(email, at);
  const mails = await signInMails();
  expect(mails).toHaveLength(1);
  return mails[0]?.data.signInPath.replace('/sign-in/', '') ?? '';
}

/** The number and the first token of an order of one photo. */
async function order(email: string) {
  const request = world.request(world.photos.slice(3, 4), 900);
  const placed = await placeOrder(world.deps, { ...request, email });
  if (placed.kind !== 'placed') throw new Error(JSON.stringify(placed));
  return placed;
}

describe('proving an address', () => {
  it('mails a link to the address in its language, which works once', async () => {
    const token = await tokenFor(' Runner@example.org ');
    expect(await signInMails()).toEqual([
      {
        recipient: 'Runner@example.org',
        language: 'fr',
        data: { signInPath: expect.stringMatching(/^\/sign-in\/[\w-]{43}$/) as string },
      },
    ]);
    const { db } = world.deps;
    expect(await signIn(db, token)).toBe('Runner@example.org');
    expect(await signIn(db, token)).toBeUndefined();
  });

  it('lets one of those who open a link at the same time in', async () => {
    const token = await tokenFor('runner@example.org');
    const opened = await Promise.all(Array.from({ length: 5 }, () => signIn(world.deps.db, token)));
    expect(opened.filter((email) => email !== undefined)).toEqual(['runner@example.org']);
  });

  it('keeps no token that could be read out of the table of links', async () => {
    const token = await tokenFor('runner@example.org');
    const [row] = await query<{ links: string }>(
      world.deps.db,
      `select encode(string_agg(token_sha256, ''), 'escape') as links from sign_in_links`,
    );
    expect(row?.links).not.toContain(token);
    const [mail] = await query<{ key: string }>(world.deps.db, 'select key from mails');
    expect(mail?.key).not.toContain(token);
  });

  it('knows a link for 30 minutes, and sweeps it away afterwards', async () => {
    const { db } = world.deps;
    const old = await tokenFor('runner@example.org', new Date(Date.now() - 31 * MINUTE));
    expect(await signIn(db, old)).toBeUndefined();
    await query(db, 'delete from mails');
    const fresh = await tokenFor('runner@example.org', new Date(Date.now() - 29 * MINUTE));
    expect(await deleteExpiredSignInLinks(db)).toBe(1);
    expect(await signIn(db, fresh)).toBe('runner@example.org');
  });

  it('knows nobody by what is no token, or one that was never mailed', async () => {
    const never = 'A'.repeat(43);
    for (const token of ['', 'x', '../etc', `${never}\0`, 'A'.repeat(10_000), never])
      expect(await signIn(world.deps.db, token)).toBeUndefined();
  });

  it.each(['', '  ', 'runner', 'a@b.cc\r\nBcc: x@y.zz'])(
    'refuses %j as no address',
    async (text) => {
      await expect(ask(text)).rejects.toMatchObject({ kind: 'input', code: 'email.missing' });
      expect(await signInMails()).toEqual([]);
    },
  );

  it('mails an address five times a day, however it is written, and answers the same after', async () => {
    for (let count = 0; count < 4; count += 1) await ask('runner@example.org');
    const answers = await Promise.all([ask('RUNNER@example.org'), ask('Runner@Example.org')]);
    expect(answers).toEqual([undefined, undefined]);
    expect(await signInMails()).toHaveLength(5);
    expect(await query(world.deps.db, 'select 1 from sign_in_links')).toHaveLength(5);
    await ask('other@example.org');
    expect(await signInMails()).toHaveLength(6);
  });

  it('does the same for an address that bought nothing as for one that did', async () => {
    await order('buyer@example.org');
    await ask('buyer@example.org');
    await ask('stranger@example.org');
    const recipients = (await signInMails()).map(({ recipient }) => recipient);
    expect(recipients.sort()).toEqual(['buyer@example.org', 'stranger@example.org']);
    expect(await listPurchases(world.deps.db, 'stranger@example.org')).toEqual([]);
  });
});

describe('the purchases of an address', () => {
  it('are its orders, however it is written, the latest first, without those that nobody paid', async () => {
    const { db } = world.deps;
    const first = await order('runner@example.org');
    world.pass(1);
    const second = await order('Runner@Example.org');
    const expired = await order('runner@example.org');
    await order('other@example.org');
    await query(db, `update orders set state = 'expired' where number = :number`, {
      number: expired.number,
    });
    const purchases = await listPurchases(db, 'RUNNER@example.org');
    expect(purchases.map(({ number }) => number)).toEqual([second.number, first.number]);
    expect(purchases[0]).toEqual({
      number: second.number,
      eventName: 'Foulées',
      timeZone: 'Europe/Paris',
      placedAt: expect.any(Date) as Date,
      state: 'open',
      photos: 1,
      total: 900,
      currency: 'EUR',
    });
  });

  it('open by a new link, and the earlier one goes on working', async () => {
    const { db } = world.deps;
    const { number, token } = await order('runner@example.org');
    const opened = await openPurchase(db, 'Runner@example.org', number);
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    expect(opened.token).not.toBe(token);
    for (const link of [token, opened.token])
      expect((await showOrder(db, link))?.order.number).toBe(number);
  });

  it('are unknown to another address, as are numbers that no order has', async () => {
    const { db } = world.deps;
    const { number } = await order('runner@example.org');
    expect(await openPurchase(db, 'other@example.org', number)).toEqual({ kind: 'unknown' });
    expect(await openPurchase(db, 'runner@example.org', 'FR-1999-000001')).toEqual({
      kind: 'unknown',
    });
    expect(await query(db, 'select 1 from order_links')).toHaveLength(1);
  });

  it('open thirty links an hour, the first of the order and those asked for by mail among them', async () => {
    const { db, now } = world.deps;
    const { number, token } = await order('runner@example.org');
    await query(db, `update orders set state = 'paid', paid_at = now() where number = :number`, {
      number,
    });
    expect(await renewDownload(db, token, now())).toEqual({ kind: 'mailed' });
    const opened = await Promise.all(
      Array.from({ length: 30 }, () => openPurchase(db, 'runner@example.org', number)),
    );
    expect(opened.filter(({ kind }) => kind === 'opened')).toHaveLength(28);
    expect(opened.filter(({ kind }) => kind === 'too-often')).toHaveLength(2);
    expect(await renewDownload(db, token, now())).toEqual({ kind: 'too-often' });
    await query(db, `update order_links set made_at = made_at - interval '61 minutes'`);
    expect(await openPurchase(db, 'runner@example.org', number)).toMatchObject({ kind: 'opened' });
  });
});
