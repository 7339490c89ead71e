import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeFrame } from '../../image/frames.js';
import { focusracerWithDatabase, type Focusracer } from '../support/focusracer.js';

let focusracer: Focusracer;
beforeAll(async () => {
  focusracer = await focusracerWithDatabase();
  await focusracer.run('event', 'create', 'Trail', '--time-zone', 'Europe/Paris');
});
afterAll(() => focusracer.remove());

describe('focusracer packs', () => {
  it('says that nothing is sold yet, and how to change that', async () => {
    const listed = await focusracer.start(['packs', 'list']);
    expect(listed).toMatchObject({ exitCode: 0, stdout: '' });
    expect(listed.stderr).toContain('focusracer packs suggest');
  });

  it('suggests the usual packs, once, and not before it is meant', async () => {
    const planned = await focusracer.json('packs', 'suggest', '--dry-run');
    expect(planned).toHaveLength(5);
    expect(await focusracer.json('packs', 'list')).toEqual([]);
    const suggested = await focusracer.run('packs', 'suggest');
    expect(suggested).toMatchObject({ exitCode: 0 });
    expect(suggested.stderr).toContain('On offer: 5 photos (original), €25.00');
    expect(await focusracer.json('packs', 'list')).toMatchObject([
      { kind: 'photos', quantity: 1, size: 'web', price: 500, onSale: true },
      { kind: 'photos', quantity: 1, size: 'hd', price: 800 },
      { kind: 'photos', quantity: 5, size: 'hd', price: 2500 },
      { kind: 'photos', quantity: 10, size: 'hd', price: 4000 },
      { kind: 'all-of-mine', size: 'hd', price: 3500 },
    ]);
    expect(await focusracer.run('packs', 'suggest')).toMatchObject({ exitCode: 4 });
  });

  it('adds a pack for early birds: whole days in the zone of the event', async () => {
    const added = await focusracer.run(
      ...['packs', 'add', 'all-of-mine', '--price', '25,50', '--from', '2026-03-01'],
      ...['--until', '2026-06-20'],
    );
    expect(added).toMatchObject({ exitCode: 0 });
    expect(added.stdout).toMatch(/^[0-9a-f-]{36}$/);
    const packs = await focusracer.json('packs', 'list');
    expect(packs.find(({ id }) => id === added.stdout)).toMatchObject({
      price: 2550,
      availableFrom: '2026-02-28T23:00:00.000Z',
      availableUntil: '2026-06-20T22:00:00.000Z',
    });
    const { stdout } = await focusracer.run('packs', 'list');
    expect(stdout).toMatch(/all photos with one's bib +original +€25\.50 +2026-03-01 +2026-06-20/);
  });

  it('refuses a pack that is there already, with the way to change its price', async () => {
    const refused = await focusracer.run('packs', 'add', '5', '--price', '22');
    expect(refused.exitCode).toBe(4);
    expect(refused.stderr).toMatch(/focusracer packs remove [0-9a-f]{8}/);
  });

  it('refuses what no pack can be, and says what it can', async () => {
    const refused = await focusracer.run('packs', 'add', 'five', '--price', '5');
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('all-of-mine');
  });

  it('offers a free photo in the frame of a sponsor, and looks at the frame first', async () => {
    const frame = join(focusracer.home, 'frame.png');
    await writeFile(frame, await madeFrame());
    const terms = ['packs', 'add', 'sponsored', '--price', '0', '--sponsor', 'City Sports'];
    const planned = await focusracer.run(...terms, '--frame', frame, '--dry-run');
    expect(planned.stderr).toContain(
      'Would offer: one photo in the frame of City Sports (web), €0.00',
    );
    const [added] = await focusracer.json(...terms, '--frame', frame);
    expect(added).toMatchObject({ size: 'web', sponsorship: { sponsor: 'City Sports' } });
    await focusracer.json('packs', 'remove', String(added?.id));
    await writeFile(frame, 'not a picture');
    const refused = await focusracer.run(...terms, '--frame', frame);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('a PNG with a transparent window');
  });

  it('removes a pack by the beginning of its id', async () => {
    const [added] = await focusracer.json('packs', 'add', '20', '--price', '60');
    const id = String(added?.id);
    const planned = await focusracer.run('packs', 'remove', id.slice(0, 8), '--dry-run');
    expect(planned.stderr).toContain('Would no longer offer: 20 photos (original), €60.00');
    const [removed] = await focusracer.json('packs', 'remove', id.slice(0, 8));
    expect(removed).toMatchObject({ id, removed: true });
    expect(await focusracer.run('packs', 'remove', id)).toMatchObject({ exitCode: 3 });
    expect((await focusracer.run('packs', 'remove', '')).exitCode).toBe(3);
  });

  it('speaks French', async () => {
    const { stdout } = await focusracer.run('packs', 'list', '--lang', 'fr');
    expect(stdout).toMatch(/Pack +Contenu +Taille +Prix/);
    expect(stdout).toMatch(/10 photos +original +40,00\s€/);
  });
});

describe('focusracer packs codes', () => {
  it('adds codes of both kinds and lists them', async () => {
    await focusracer.run('packs', 'codes', 'add', 'Early10', '--percent', '10', '--limit', '50');
    await focusracer.run('packs', 'codes', 'add', 'CLUB', '--amount', '5', '--until', '2026-06-20');
    expect(await focusracer.json('packs', 'codes', 'list')).toMatchObject([
      {
        code: 'CLUB',
        terms: { kind: 'amount', amount: 500 },
        expiresAt: '2026-06-20T22:00:00.000Z',
      },
      { code: 'Early10', terms: { kind: 'percentage', percent: 10 }, uses: 0, usesLimit: 50 },
    ]);
    const { stdout } = await focusracer.run('packs', 'codes', 'list');
    expect(stdout).toMatch(/CLUB +€5\.00 +0 +2026-06-20/);
    expect(stdout).toMatch(/Early10 +10% +0 of 50/);
  });

  it('knows a code whatever its case', async () => {
    const again = await focusracer.run('packs', 'codes', 'add', 'EARLY10', '--percent', '20');
    expect(again.exitCode).toBe(4);
    const removed = await focusracer.json('packs', 'codes', 'remove', 'earLY10');
    expect(removed).toMatchObject([{ code: 'Early10', removed: true }]);
    expect(await focusracer.json('packs', 'codes', 'list')).toHaveLength(1);
  });

  it('writes nothing on a dry run', async () => {
    const planned = await focusracer.run(
      ...['packs', 'codes', 'add', 'NEW', '--amount', '3', '--dry-run'],
    );
    expect(planned).toMatchObject({ exitCode: 0, stderr: 'Code NEW would take off €3.00.' });
    expect(await focusracer.json('packs', 'codes', 'list')).toHaveLength(1);
  });

  it.each([
    ['no discount at all'],
    ['two of them', '--percent', '10', '--amount', '5'],
    ['more than everything', '--percent', '101'],
  ])('refuses a code with %s', async (_, ...terms) => {
    const refused = await focusracer.run('packs', 'codes', 'add', 'TEN', ...terms);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('--percent');
  });
});
