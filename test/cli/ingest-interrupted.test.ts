import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { blurredJpeg, madeJpeg } from '../support/made-photos.js';
import { focusracerWithoutDatabase, type Focusracer } from './support/focusracer.js';

const PHOTOS = 12;

let database: TestDatabase;
let focusracer: Focusracer;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  focusracer = await focusracerWithoutDatabase({ DATABASE_URL: database.url });
  folder = join(focusracer.home, 'race');
  await mkdir(folder);
  for (let seed = 0; seed < PHOTOS; seed += 1)
    await writeFile(join(folder, `${seed}.jpg`), await madeJpeg(seed));
  await writeFile(join(folder, 'blurry.jpg'), await blurredJpeg(50));
  await writeFile(join(folder, 'copy.jpg'), await madeJpeg(0));
  await writeFile(join(folder, 'cut.jpg'), (await madeJpeg(0)).subarray(0, 900));
});
afterAll(async () => {
  await focusracer.remove();
  await database.drop();
});

/** Keys within the event, with the hash of what lies there. */
async function objectsOf(slug: string): Promise<Record<string, string>> {
  const [event] = await query<{ id: string }>(
    database.db,
    'select id from events where slug = :slug',
    { slug },
  );
  const root = join(focusracer.home, 'objects/store/events', event?.id ?? 'none');
  if (!existsSync(root)) return {};
  const found: Record<string, string> = {};
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found[path.slice(root.length)] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  }
  return found;
}

/** All that a person or a program can see of an event, but for ids. */
async function stateOf(slug: string): Promise<unknown> {
  const rows = await query(
    database.db,
    `select f.display_path, f.outcome, f.reason, p.status, p.pending,
       array(select concat_ws(' ', t.bib, t.source, t.confidence) from tags t where t.photo_id = p.id order by t.bib) as tags,
       array(select concat_ws(' ', v.kind, v.ordinal, v.bytes) from versions v where v.photo_id = p.id
         order by v.kind, v.ordinal) as versions
     from files f join folders d on d.id = f.folder_id join events e on e.id = d.event_id
       left join photos p on p.id = f.photo_id
     where e.slug = :slug order by f.path`,
    { slug },
  );
  return { rows, objects: await objectsOf(slug) };
}

async function ingestToTheEnd(event: string): Promise<Record<string, unknown>> {
  const lines = await focusracer.startForJson('ingest', folder, '--event', event, '--workers', '1');
  const summary = lines.at(-1) ?? {};
  expect(lines.filter(({ type }) => type === 'photo')).toHaveLength(PHOTOS + 3);
  const counts = [
    'kept',
    'duplicates',
    'nearDuplicates',
    'blurry',
    'unsupported',
    'failed',
    'known',
  ];
  expect(counts.reduce((sum, name) => sum + Number(summary[name]), 0)).toBe(summary.found);
  return summary;
}

const start = (event: string) =>
  focusracer.start(['ingest', folder, '--event', event, '--workers', '1']);

async function untilStored(event: string, objects: number): Promise<void> {
  for (let waited = 0; waited < 25_000; waited += 20) {
    if (Object.keys(await objectsOf(event)).length >= objects) return;
    await sleep(20);
  }
  throw new Error(`Expected ${objects} objects in ${event} by now`);
}

describe('an ingest that is ended before its end', () => {
  it(
    'comes to the state of an undisturbed one after kill -9 at several moments',
    { timeout: 120_000 },
    async () => {
      await ingestToTheEnd('calm');
      for (const objects of [1, 14, 31]) {
        const run = start('stormy');
        await untilStored('stormy', objects);
        run.kill('SIGKILL');
        expect((await run).signal).toBe('SIGKILL');
      }
      const summary = await ingestToTheEnd('stormy');
      expect(summary.known).toBeGreaterThan(0);
      expect(await stateOf('stormy')).toEqual(await stateOf('calm'));
    },
  );

  it(
    'finishes what is in hand on Ctrl-C, says how to go on, and goes on',
    { timeout: 60_000 },
    async () => {
      const run = start('paused');
      await untilStored('paused', 5);
      run.kill('SIGINT');
      const { exitCode, stdout, stderr } = await run;
      expect(exitCode).toBe(130);
      expect(stdout).toContain('Event: paused');
      expect(stderr).toContain('Run the same command again to go on');
      const summary = await ingestToTheEnd('paused');
      expect(summary.known).toBeGreaterThan(0);
      expect(summary.known).toBeLessThan(PHOTOS);
    },
  );

  it(
    'says that the database stopped, with exit code 6, and goes on when it is back',
    { timeout: 60_000 },
    async () => {
      const run = start('cut-off');
      await untilStored('cut-off', 5);
      await query(
        database.db,
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      const { exitCode, stderr } = await run;
      expect(exitCode).toBe(6);
      expect(stderr).toContain('Run the command again');
      expect((await ingestToTheEnd('cut-off')).known).toBeGreaterThan(0);
    },
  );
});
