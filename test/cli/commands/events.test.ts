import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { focusracerWithDatabase, type Focusracer } from '../support/focusracer.js';

let focusracer: Focusracer;
beforeAll(async () => {
  focusracer = await focusracerWithDatabase();
});
afterAll(() => focusracer.remove());

describe('focusracer event', () => {
  it('needs an event before it can choose one', async () => {
    const refused = await focusracer.run('photos');
    expect(refused).toMatchObject({ exitCode: 3, stdout: '' });
    expect(refused.stderr).toContain('focusracer ingest ./folder makes one');
  });

  it('creates an event and prints its slug, for scripts', async () => {
    const created = await focusracer.start([
      'event',
      'create',
      "Foulées d'Été",
      '--date',
      '2026-06-21',
      '--place',
      'Nantes',
    ]);
    expect(created).toMatchObject({ exitCode: 0, stdout: 'foulees-d-ete' });
    const [shown] = await focusracer.json('event', 'show', 'foulees-d-ete');
    expect(shown).toMatchObject({
      event: { name: "Foulées d'Été", date: '2026-06-21', place: 'Nantes', state: 'draft' },
      counts: { photos: 0 },
    });
  });

  it('says in which zone it reads times where nobody said it, and loudly where it is UTC', async () => {
    const create = (zone: string, ...more: string[]) =>
      focusracer.start(['event', 'create', 'Zones', ...more], { TZ: zone });
    expect((await create('Asia/Tokyo')).stderr).toContain(
      'Times are read as Asia/Tokyo, the zone of this machine. Was the race elsewhere? focusracer event edit zones --time-zone',
    );
    expect((await create('UTC')).stderr).toContain(
      '! Nobody said the time zone, and this machine has none but UTC',
    );
    expect((await create('UTC', '--time-zone', 'UTC')).stderr).toBe('Created event "zones-3".');
    expect((await focusracer.run('publish', 'zones-2')).stdout).toContain(
      '! Nobody said the time zone',
    );
    for (const slug of ['zones', 'zones-2', 'zones-3'])
      await focusracer.run('event', 'delete', slug, '--yes');
  });

  it('edits an event, after a dry run that changes nothing', async () => {
    const changes = ['--name', "Foulées d'été", '--time-zone', 'Europe/Paris'];
    const edit = (...more: string[]) =>
      focusracer.run('event', 'edit', 'foulees-d-ete', ...changes, ...more);
    const shown = async () => (await focusracer.json('event', 'show', 'foulees-d-ete'))[0]?.event;
    const planned = await edit('--dry-run');
    expect(planned.stderr).toContain("Name: Foulées d'été (was Foulées d'Été)");
    expect(planned.stderr).toContain('Nothing was written (--dry-run).');
    expect(await shown()).toMatchObject({ name: "Foulées d'Été" });
    expect((await edit()).stderr).toContain('Time zone: Europe/Paris');
    expect(await shown()).toMatchObject({
      slug: 'foulees-d-ete',
      name: "Foulées d'été",
      timeZone: 'Europe/Paris',
      timeZoneSource: 'said',
    });
    expect((await edit()).stderr).toBe('"foulees-d-ete" is so already.');
  });

  it.each([
    [['--date', '2026-02-30'], 2, 'is not a date'],
    [['--time-zone', 'Paris'], 2, 'is not a time zone'],
    [[], 2, 'Nothing to change was given'],
  ])('edits nothing by %j', async (options, exitCode, message) => {
    const refused = await focusracer.run('event', 'edit', 'foulees-d-ete', ...options);
    expect(refused.exitCode).toBe(exitCode);
    expect(refused.stderr).toContain(message);
    expect((await focusracer.run('event', 'edit', 'nowhere', '--name', 'x')).exitCode).toBe(3);
  });

  it('takes the only event there is as meant', async () => {
    const photos = await focusracer.run('photos');
    expect(photos).toMatchObject({ exitCode: 0, stdout: '', stderr: 'No photos.' });
  });

  it('refuses a date that is none', async () => {
    const refused = await focusracer.run('event', 'create', 'Trail', '--date', '21/06/2026');
    expect(refused.exitCode).toBe(2);
  });

  it('lists events as a table and as JSON lines', async () => {
    const { stdout } = await focusracer.run('event', 'list');
    expect(stdout).toMatch(/^Event +Name +Date/);
    expect(stdout).toMatch(/foulees-d-ete +Foulées d'été +2026-06-21 +Nantes +draft/);
    expect(await focusracer.json('event', 'list')).toHaveLength(1);
  });

  it('asks for a name when there are several', async () => {
    await focusracer.run('event', 'create', 'Trail des Crêtes');
    const refused = await focusracer.run('photos');
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('foulees-d-ete');
    expect(refused.stderr).toContain('trail-des-cretes');
  });

  it('archives an event', async () => {
    await focusracer.run('event', 'archive', 'trail-des-cretes');
    const [shown] = await focusracer.json('event', 'show', 'trail-des-cretes');
    expect(shown).toMatchObject({ event: { state: 'archived' } });
  });

  it('deletes nothing where nobody can be asked, but says what would go', async () => {
    const refused = await focusracer.run('event', 'delete', 'trail-des-cretes');
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('This deletes "Trail des Crêtes"');
    expect(refused.stderr).toContain('--yes');
    expect(await focusracer.json('event', 'list')).toHaveLength(2);
  });

  it('deletes with --yes', async () => {
    const deleted = await focusracer.run('event', 'delete', 'trail-des-cretes', '--yes');
    expect(deleted.exitCode).toBe(0);
    expect(await focusracer.run('event', 'show', 'trail-des-cretes')).toMatchObject({
      exitCode: 3,
    });
  });
});
