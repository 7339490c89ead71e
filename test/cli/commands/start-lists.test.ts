import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { focusracerWithDatabase, type Focusracer } from '../support/focusracer.js';

let focusracer: Focusracer;
beforeAll(async () => {
  focusracer = await focusracerWithDatabase();
  await focusracer.run('event', 'create', 'Foulées');
  await writeFile(
    join(focusracer.home, 'runners.csv'),
    'Dossard;Nom;Prénom;Club\n7;MARTIN;Zoé;AC Nantes\n12;LE GOFF;Yann;\n?;NOBODY;Nemo;\n',
  );
});
afterAll(() => focusracer.remove());

describe('focusracer startlist', () => {
  it('shows what an import would do, and does not do it', async () => {
    const planned = await focusracer.start(['startlist', 'import', 'runners.csv', '--dry-run']);
    expect(planned.stdout).toBe('2 entries: 2 added, 0 changed, 0 removed, 0 with another bib');
    expect(planned.stderr).toContain('Nothing was written');
    expect(await focusracer.json('startlist', 'show')).toEqual([]);
  });

  it('imports the good lines and tells the columns and the bad ones', async () => {
    const imported = await focusracer.run('startlist', 'import', 'runners.csv');
    expect(imported.exitCode).toBe(0);
    expect(imported.stderr).toContain('bib: Dossard (by its header)');
    expect(imported.stderr).toContain('Line 4, Dossard: "?"');
    expect(imported.stderr).toContain('runners.rejects.csv');
    expect(await focusracer.json('startlist', 'show')).toMatchObject([
      { bib: '7', lastName: 'MARTIN', firstName: 'Zoé', club: 'AC Nantes' },
      { bib: '12', lastName: 'LE GOFF' },
    ]);
  });

  it('finds entries by the beginning of a name', async () => {
    expect(await focusracer.json('startlist', 'show', '--name', 'mart')).toHaveLength(1);
  });

  it('compares a file with what is stored', async () => {
    await writeFile(
      join(focusracer.home, 'later.csv'),
      'Dossard;Nom;Prénom;Club\n12;MARTIN;Zoé;AC Nantes\n7;LE GOFF;Yann;\n30;DURAND;Ève;\n',
    );
    const { stdout } = await focusracer.run('startlist', 'diff', 'later.csv');
    expect(stdout.split('\n').sort()).toEqual([
      '+ 30 DURAND Ève',
      '~ LE GOFF Yann: bib 12 -> 7',
      '~ MARTIN Zoé: bib 7 -> 12',
    ]);
  });

  it('refuses a mapping that makes no sense', async () => {
    const refused = await focusracer.run('startlist', 'import', 'runners.csv', '--map', 'dossard');
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('--map dossard');
  });

  it('says so when there is no such file', async () => {
    const refused = await focusracer.run('startlist', 'import', 'nowhere.csv');
    expect(refused.exitCode).not.toBe(0);
    expect(refused.stderr).toContain('nowhere.csv');
    expect(refused.stderr).not.toContain('bug');
  });
});
