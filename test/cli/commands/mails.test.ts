import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enqueueMail, markMailFailed } from '../../../core/db/queries/mails.js';
import { query } from '../../../core/db/query.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { mailRow, takeDownMail } from '../../usecases/mail/mail-world.js';
import { focusracerWithoutDatabase, type Focusracer } from '../support/focusracer.js';

let database: TestDatabase;
let focusracer: Focusracer;
let failedId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  focusracer = await focusracerWithoutDatabase({ DATABASE_URL: database.url });
  const { db } = database;
  await enqueueMail(db, takeDownMail('take-down:waits'));
  await enqueueMail(db, takeDownMail('take-down:failed', 'zoe.martin@example.org'));
  failedId = (await mailRow(db, 'take-down:failed'))?.id ?? '';
  await query(db, 'update mails set attempts = 8 where id = :failedId', { failedId });
  await markMailFailed(db, failedId, 'mail.refused: <zoe.martin@example.org> is unknown');
});
afterAll(async () => {
  await focusracer.remove();
  await database.drop();
});

describe('focusracer mails', () => {
  it('lists what waits and what failed, with the reason and without addresses', async () => {
    const { stdout, exitCode } = await focusracer.run('mails', 'list');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Mail +Queued +Kind +To/);
    expect(stdout).toMatch(/take-down-received +z\*\*\*@example\.org +failed +8/);
    expect(stdout).toContain('mail.refused: <z***@example.org> is unknown');
    expect(stdout).not.toContain('zoe.martin');
    const failed = await focusracer.json('mails', 'list', '--state', 'failed');
    expect(failed).toMatchObject([{ id: failedId, state: 'failed', to: 'z***@example.org' }]);
    expect(await focusracer.json('mails', 'list', '--limit', '1')).toHaveLength(1);
  });

  it('shows addresses to whoever asks for them', async () => {
    const [mail] = await focusracer.json('mails', 'list', '--state', 'failed', '--addresses');
    expect(mail).toMatchObject({
      to: 'zoe.martin@example.org',
      reason: 'mail.refused: <zoe.martin@example.org> is unknown',
    });
  });

  it('refuses to retry what did not fail', async () => {
    const waits = (await mailRow(database.db, 'take-down:waits'))?.id ?? '';
    for (const wanted of [waits, 'nothing', ''])
      expect(await focusracer.run('mails', 'retry', wanted)).toMatchObject({ exitCode: 3 });
  });

  it('lets a failed mail wait again, with all its attempts, once it is meant', async () => {
    const planned = await focusracer.json('mails', 'retry', '--dry-run');
    expect(planned).toMatchObject([{ id: failedId, state: 'failed' }]);
    expect(await mailRow(database.db, 'take-down:failed')).toMatchObject({ state: 'failed' });

    const retried = await focusracer.run('mails', 'retry', failedId.slice(0, 8));
    expect(retried).toMatchObject({ exitCode: 0, stdout: '' });
    expect(retried.stderr).toMatch(/^1 mail waits again\. .*focusracer serve/);
    expect(await mailRow(database.db, 'take-down:failed')).toMatchObject({
      state: 'queued',
      attempts: 0,
      waits: 0,
    });
    expect((await focusracer.run('mails', 'retry', '--lang', 'fr')).stderr).toBe(
      'Aucun e-mail n’a échoué.',
    );
  });
});
