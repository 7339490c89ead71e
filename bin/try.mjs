// `npm start`: the whole job on the small race in fixtures/, in a home of its own.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

// The trial must not end up in the database of a real installation.
const ownEnvironment = { ...process.env };
delete ownEnvironment.DATABASE_URL;
delete ownEnvironment.DATABASE_URL_FILE;

function run(script, args) {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { FOCUSRACER_HOME: `${root}.focusracer`, ...ownEnvironment },
  });
  if (status !== 0) process.exit(status ?? 1);
}

function focusracer(...args) {
  const typed = args.map((arg) => (arg.includes(' ') ? `"${arg}"` : arg));
  process.stdout.write(`\n$ focusracer ${typed.join(' ')}\n`);
  run('bin/focusracer', args);
}

if (!existsSync(`${root}dist/cli/main.js`)) run('bin/build.mjs', []);
const startList = ['--start-list', 'fixtures/start-list.csv'];
const event = ['--name', 'Made-up race', '--time-zone', 'Europe/Paris', '--faces', 'index'];
focusracer('ingest', 'fixtures/race', ...startList, ...event);
focusracer('status', 'made-up-race');
focusracer('photos', '--status', 'near-duplicate');
focusracer('search', '--bib', '1204');
focusracer('search', '--name', 'lacombe');
