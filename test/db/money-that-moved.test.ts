import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '../../core/db/migrate.js';
import { migrations } from '../../core/db/migrations/index.js';
import { query } from '../../core/db/query.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('keeps what was known of disputes, problems and refunds before it', async () => {
  const { db } = database;
  await db.raw('drop schema public cascade; create schema public');
  const before = migrations.filter(({ name }) => name < '0014');
  await migrate(db, before);
  await query(
    db,
    `insert into orders (id, number, event_slug, event_name, time_zone, idempotency_key, state, problem,
       email, language, currency, subtotal_cents, discount_cents, service_fee_cents, total_cents,
       vat_rate, waiver_version, waiver_accepted_at, payment_provider, payment_id, paid_at)
     values ('11111111-1111-4111-8111-111111111111', 'FR-2026-000001', 'run', 'Run', 'UTC', 'k',
       'disputed', 'payment-mismatch', 'a@example.org', 'en', 'EUR', 800, 0, 100, 900, 20, '2026-11',
       now(), 'stripe', 'pi_1', now())`,
  );
  await query(
    db,
    `insert into refunds (order_id, amount_cents, fee_cents, reason, state, provider_refund_id)
     values ('11111111-1111-4111-8111-111111111111', 100, 0, '', 'sent', 're_1')`,
  );
  const notices = [
    { id: 'e1', kind: 'dispute-opened', disputeId: 'dp_1', amount: 900 },
    { id: 'e2', kind: 'dispute-closed', disputeId: 'dp_1', won: false },
    { id: 'e3', kind: 'dispute-opened', disputeId: 'dp_2', amount: 500 },
    { id: 'e4', kind: 'dispute-closed', disputeId: 'dp_2', won: true },
  ];
  for (const { id, kind, ...notice } of notices)
    await query(
      db,
      `insert into payment_notices (provider, id, payment_id, kind, notice, created_at)
       values ('stripe', :id, 'pi_1', :kind, :notice, now())`,
      { id, kind, notice: JSON.stringify({ id, kind, paymentId: 'pi_1', ...notice }) },
    );
  await migrate(db, migrations);
  const told = await query<{ kind: string; notice: object }>(
    db,
    'select kind, notice from payment_notices order by id',
  );
  const of = (disputeId: string) => ({ kind: 'dispute', disputeId, paymentId: 'pi_1', fee: 0 });
  expect(told.map(({ kind }) => kind)).toEqual(['dispute', 'dispute', 'dispute', 'dispute']);
  expect(told.map(({ notice }) => notice)).toEqual([
    { id: 'e1', ...of('dp_1'), status: 'open', toAnswer: true, taken: 900, moves: 1 },
    { id: 'e2', ...of('dp_1'), status: 'lost', toAnswer: false, taken: 900, moves: 1 },
    { id: 'e3', ...of('dp_2'), status: 'open', toAnswer: true, taken: 500, moves: 1 },
    { id: 'e4', ...of('dp_2'), status: 'won', toAnswer: false, taken: 0, moves: 2 },
  ]);
  const [order] = await query(
    db,
    `select problems, voucher, returns_due_at is not null as "isAsked",
       (select shares_moved_at is not null from refunds) as "sharesMoved" from orders`,
  );
  expect(order).toEqual({
    problems: ['payment-mismatch'],
    voucher: null,
    isAsked: true,
    sharesMoved: true,
  });
});
